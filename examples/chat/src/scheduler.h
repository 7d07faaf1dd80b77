#pragma once

#include "session.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace chat {

struct Job {
  Clock::time_point due;
  std::string name;
  std::function<void()> run;
};

// Jobs in the order they are due, and the ones that repeat.
class Scheduler {
public:
  void at(Clock::time_point due, const std::string &name, std::function<void()> run);
  // Puts the job behind another one of the same time; returns the name of the one before it.
  std::string insertAfter(const std::string &existing, Job job);
  // Runs what is due; returns how many jobs ran.
  std::size_t runDue(Clock::time_point now);
  // Runs `run` once a minute, the first time a minute from now.
  void everyMinute(Clock::time_point now, const std::string &name, std::function<void()> run);
  // Moves every job by the same time: the server was suspended.
  void postpone(Clock::duration by);

private:
  std::vector<Job> jobs_; // Sorted by due.
  std::map<std::string, std::function<void()>> repeating_;
};

} // namespace chat
