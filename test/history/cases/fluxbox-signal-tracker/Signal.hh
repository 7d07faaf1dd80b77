//===- Signal.hh - signals and who has joined them --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FBTK_SIGNAL_HH
#define FBTK_SIGNAL_HH

#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <set>
#include <utility>

namespace FbTk {

/// It handles the disconnect and holds all the slots.
class SignalHolder {
public:
    /// Special tracker interface used by SignalTracker.
    class Tracker {
    public:
        virtual ~Tracker() { }
        /// Disconnect this holder.
        virtual void disconnect(SignalHolder& signal) = 0;
    };

    typedef std::function<void (int)> SlotHolder;
    typedef std::list<SlotHolder> SlotList;
    typedef SlotList::iterator Iterator;
    typedef Iterator SlotID;

    ~SignalHolder() {
        // Disconnect this holder from all trackers.
        for (Trackers::iterator it = m_trackers.begin(), it_end = m_trackers.end(); it != it_end; ++it)
            (*it)->disconnect(*this);
    }

    /// Remove a specific slot \c id from this signal
    void disconnect(SlotID slotIt) {
        m_slots.erase(slotIt);
    }

    void connectTracker(SignalHolder::Tracker& tracker) {
        m_trackers.insert(&tracker);
    }

    void disconnectTracker(SignalHolder::Tracker& tracker) {
        m_trackers.erase(&tracker);
    }

    SlotID connect(const SlotHolder& slot) {
        return m_slots.insert(m_slots.end(), slot);
    }

    std::size_t slots() const { return m_slots.size(); }

protected:
    Iterator begin() { return m_slots.begin(); }
    Iterator end() { return m_slots.end(); }

private:
    typedef std::set<Tracker*> Trackers;
    SlotList m_slots; ///< all slots connected to a signal
    Trackers m_trackers; ///< all instances that tracks this signal.
};

/// Signal with one argument
class Signal: public SignalHolder {
public:
    void emit(int arg) {
        for (Iterator it = begin(); it != end(); ++it)
            (*it)(arg);
    }
};

/**
 * Tracks a signal during it's life time. All signals connected using \c
 * SignalTracker::join will be erased when this instance dies.
 */
class SignalTracker: public SignalHolder::Tracker {
public:
    typedef std::map<SignalHolder*, SignalHolder::SlotID> Connections;
    typedef Connections::iterator TrackID; ///< \c ID type for join/leave.

    ~SignalTracker() {
        leaveAll();
    }

    /// Starts tracking a signal.
    template <typename Functor>
    TrackID join(Signal& sig, const Functor& functor) {
        ValueType value = ValueType(&sig, sig.connect(functor));
        std::pair<TrackID, bool> ret = m_connections.insert(value);
        if (!ret.second) {
            // failed to insert this functor
            sig.disconnect(value.second);
        }
        sig.connectTracker(*this);
        return ret.first;
    }

    /// Leave tracking for a signal
    void leave(TrackID id, bool disconnect = false) {
        // keep temporary, while disconnecting we can
        // in some strange cases get a call to this again
        ValueType tmp = *id;
        m_connections.erase(id);
        if (disconnect)
            tmp.first->disconnect(tmp.second);
        tmp.first->disconnectTracker(*this);
    }

    void leaveAll() {
        // disconnect all connections
#ifdef FIXED
        for ( ; !m_connections.empty(); ) {
            leave(m_connections.begin(), true);
        }
#else
        for (Iterator conIt = m_connections.begin(); conIt != m_connections.end(); ++conIt) {
            leave(conIt, true); // finding: mutate-while-iterating
        }
#endif
    }

protected:
    virtual void disconnect(SignalHolder& signal) {
        m_connections.erase(&signal);
    }

private:
    typedef Connections::value_type ValueType;
    typedef Connections::iterator Iterator;
    /// holds all connections to different signals and slots.
    Connections m_connections;
};

} // namespace FbTk

#endif
