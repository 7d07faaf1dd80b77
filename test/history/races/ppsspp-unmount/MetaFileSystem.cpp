//===- MetaFileSystem.cpp - all file systems --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MetaFileSystem.h"

#include <algorithm>
#include <cctype>

static std::string NormalizePrefix(std::string prefix) {
	std::transform(prefix.begin(), prefix.end(), prefix.begin(), [](unsigned char c) { return std::tolower(c); });
	return prefix;
}

void MetaFileSystem::Mount(const std::string &prefix, std::shared_ptr<IFileSystem> system) {
	std::lock_guard<std::recursive_mutex> guard(lock);

	MountPoint x;
	x.prefix = prefix;
	x.system = system;
	for (auto &it : fileSystems) {
		if (it.prefix == prefix) {
			// Overwrite the old mount.
			it = x;
			return;
		}
	}

	// Prefix not yet mounted, do so.
	fileSystems.push_back(x);
}

void MetaFileSystem::Unmount(const std::string &prefix) {
#ifdef FIXED
	std::lock_guard<std::recursive_mutex> guard(lock);
#endif
	for (auto iter = fileSystems.begin(); iter != fileSystems.end(); iter++) {
		if (iter->prefix == prefix) {
#ifdef FIXED
			fileSystems.erase(iter);
#else
			fileSystems.erase(iter); // finding: inconsistent-lock
#endif
			return;
		}
	}
}

IFileSystem *MetaFileSystem::GetSystem(const std::string &prefix) {
#ifdef FIXED
	std::lock_guard<std::recursive_mutex> guard(lock);
	for (auto it = fileSystems.begin(); it != fileSystems.end(); ++it) {
#else
	for (auto it = fileSystems.begin(); it != fileSystems.end(); ++it) { // finding: inconsistent-lock
#endif
		if (it->prefix == NormalizePrefix(prefix))
			return it->system.get();
	}
	return NULL;
}

bool MetaFileSystem::MapFilePath(const std::string &filename, std::string &outPath,
		std::shared_ptr<IFileSystem> *system) {
	std::lock_guard<std::recursive_mutex> guard(lock);

	const size_t prefixPos = filename.find(':');
	if (prefixPos == filename.npos)
		return false;
	const std::string prefix = NormalizePrefix(filename.substr(0, prefixPos + 1));
	for (size_t i = 0; i < fileSystems.size(); i++) {
		if (fileSystems[i].prefix == prefix) {
			outPath = filename.substr(prefixPos + 1);
			*system = fileSystems[i].system;
			return true;
		}
	}
	return false;
}

bool MetaFileSystem::OpenFile(const std::string &filename) {
	std::lock_guard<std::recursive_mutex> guard(lock);
	std::string of;
	std::shared_ptr<IFileSystem> system;
	return MapFilePath(filename, of, &system) && system->OpenFile(of);
}
