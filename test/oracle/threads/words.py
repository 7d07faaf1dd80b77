# ===- words.py - names that generated programs take from real trades -------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""A domain: class, element type, plural and singular, verbs to add and to remove."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Domain:
    owner: str
    struct: str
    items: str
    item: str
    add: str
    remove: str
    scan: str


DOMAINS = [
    Domain("SessionRegistry", "Session", "sessions", "session", "open", "close", "dumpSessions"),
    Domain("OrderBook", "Order", "orders", "order", "place", "cancel", "totalVolume"),
    Domain("DnsCache", "Record", "records", "record", "store", "evict", "writeZone"),
    Domain("PeerTable", "Peer", "peers", "peer", "connect", "disconnect", "broadcast"),
    Domain("JobBoard", "Job", "jobs", "job", "enqueue", "finish", "printQueue"),
    Domain("MetricStore", "Sample", "samples", "sample", "recordSample", "expire", "flush"),
    Domain("TextureCache", "Texture", "textures", "texture", "load", "unload", "memoryUsed"),
    Domain("Inventory", "Item", "stock", "item", "restock", "sell", "audit"),
    Domain("ChatRoom", "Member", "members", "member", "join", "leave", "announce"),
    Domain("RouteTable", "Route", "routes", "route", "addRoute", "withdraw", "exportRoutes"),
    Domain("Scheduler", "Timer", "timers", "timer", "schedule", "cancelTimer", "nextDeadline"),
    Domain("SymbolIndex", "Symbol", "symbols", "symbol", "define", "forget", "listSymbols"),
]

ROLES = {
    "clear": ("reset", "clearAll", "shutdown"),
    "count": ("count", "size", "reportSize"),
    "empty": ("empty", "isIdle"),
    "has": ("has", "isKnown"),
    "lookup": ("lookup", "contains", "describe"),
    "touch": ("refresh", "touch", "update"),
    "bracket": ("valueOf", "peek"),
    "resize": ("grow", "makeRoom"),
    "own": ("fillSlot", "setResult"),
    "bit": ("mark", "setFlag"),
    "use": ("edit", "rename"),
}


def verb(domain, role, rng):
    """What a function that plays this role is called."""
    if role in ("add", "remove", "scan"):
        return getattr(domain, role)
    return rng.choice(ROLES[role])


LOOPS = ("produce", "consume", "process", "pollLoop", "serve", "pump")
THREADS = ("worker", "cleaner", "reader", "producer", "consumer", "updater", "monitor", "flusher",
           "janitor", "poller")
MUTEXES = ("mutex", "lock", "guard")
