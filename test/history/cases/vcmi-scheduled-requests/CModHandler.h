//===- CModHandler.h - identifiers of what mods bring -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

using si32 = std::int32_t;

class CIdentifierStorage
{
	enum ELoadingState
	{
		LOADING,
		FINALIZING,
		FINISHED
	};

	struct ObjectCallback
	{
		std::string type;
		std::string name;
		std::function<void(si32)> callback;
		bool optional;
	};

	std::map<std::string, si32> registeredObjects;
	std::vector<ObjectCallback> scheduledRequests;
	ELoadingState state = LOADING;

	void requestIdentifier(const ObjectCallback & callback);
	bool resolveIdentifier(const ObjectCallback & request);

public:
	void requestIdentifier(std::string type, std::string name, const std::function<void(si32)> & callback);
	void tryRequestIdentifier(std::string type, std::string name, const std::function<void(si32)> & callback);
	void registerObject(std::string type, std::string name, si32 identifier);
	bool finalize();
};
