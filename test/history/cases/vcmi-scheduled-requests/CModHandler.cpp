//===- CModHandler.cpp - identifiers of what mods bring ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CModHandler.h"

void CIdentifierStorage::requestIdentifier(const ObjectCallback & callback)
{
	if(state != FINISHED)
		scheduledRequests.push_back(callback);
	else
		resolveIdentifier(callback);
}

void CIdentifierStorage::requestIdentifier(
	std::string type, std::string name, const std::function<void(si32)> & callback)
{
	requestIdentifier(ObjectCallback{type, name, callback, false});
}

void CIdentifierStorage::tryRequestIdentifier(
	std::string type, std::string name, const std::function<void(si32)> & callback)
{
	requestIdentifier(ObjectCallback{type, name, callback, true});
}

void CIdentifierStorage::registerObject(std::string type, std::string name, si32 identifier)
{
	registeredObjects[type + '.' + name] = identifier;
}

bool CIdentifierStorage::resolveIdentifier(const ObjectCallback & request)
{
	auto found = registeredObjects.find(request.type + '.' + request.name);
	if(found != registeredObjects.end())
	{
		request.callback(found->second);
		return true;
	}
	return request.optional;
}

bool CIdentifierStorage::finalize()
{
	state = FINALIZING;
	bool errorsFound = false;

#ifdef FIXED
	while(!scheduledRequests.empty())
	{
		auto request = scheduledRequests.back();
		scheduledRequests.pop_back();

		if(!resolveIdentifier(request))
			errorsFound = true;
	}
#else
	for(auto it = scheduledRequests.begin(); it != scheduledRequests.end(); it++)
	{
		errorsFound |= !resolveIdentifier(*it); // finding: mutate-while-iterating
	}
#endif

	state = FINISHED;
	return !errorsFound;
}
