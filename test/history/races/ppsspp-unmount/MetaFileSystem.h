//===- MetaFileSystem.h - all file systems ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

class IFileSystem {
public:
	explicit IFileSystem(const std::string &root) : root_(root) {}
	bool OpenFile(const std::string &filename) const { return !root_.empty() && !filename.empty(); }

private:
	std::string root_;
};

class MetaFileSystem {
public:
	void Mount(const std::string &prefix, std::shared_ptr<IFileSystem> system);
	void Unmount(const std::string &prefix);

	IFileSystem *GetSystem(const std::string &prefix);
	bool OpenFile(const std::string &filename);

private:
	bool MapFilePath(const std::string &filename, std::string &outPath, std::shared_ptr<IFileSystem> *system);

	struct MountPoint {
		std::string prefix;
		std::shared_ptr<IFileSystem> system;
	};
	std::vector<MountPoint> fileSystems;
	std::recursive_mutex lock;  // must be recursive
};
