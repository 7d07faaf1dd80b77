#include "scheduler.h"

#include <algorithm>

namespace chat {

void Scheduler::at(Clock::time_point due, const std::string &name, std::function<void()> run) {
  auto place = std::upper_bound(jobs_.begin(), jobs_.end(), due,
                                [](Clock::time_point t, const Job &job) { return t < job.due; });
  jobs_.insert(place, Job{due, name, std::move(run)});
}

std::string Scheduler::insertAfter(const std::string &existing, Job job) {
  auto place = std::find_if(jobs_.begin(), jobs_.end(),
                            [&](const Job &other) { return other.name == existing; });
  if (place == jobs_.end())
    return {};
  job.due = place->due;
  jobs_.insert(place + 1, std::move(job));
  return place->name; // `place` did not survive the insertion.
}

std::size_t Scheduler::runDue(Clock::time_point now) {
  // Jobs may schedule jobs: take the due ones out first.
  std::vector<Job> due;
  auto firstLater = std::find_if(jobs_.begin(), jobs_.end(),
                                 [&](const Job &job) { return job.due > now; });
  std::move(jobs_.begin(), firstLater, std::back_inserter(due));
  jobs_.erase(jobs_.begin(), firstLater);
  for (Job &job : due) {
    job.run();
    auto again = repeating_.find(job.name);
    if (again != repeating_.end())
      at(now + std::chrono::minutes(1), job.name, again->second);
  }
  return due.size();
}

void Scheduler::everyMinute(Clock::time_point now, const std::string &name,
                            std::function<void()> run) {
  repeating_[name] = run;
  at(now + std::chrono::minutes(1), name, std::move(run));
}

void Scheduler::postpone(Clock::duration by) {
  for (Job &job : jobs_)
    job.due += by;
}

} // namespace chat
