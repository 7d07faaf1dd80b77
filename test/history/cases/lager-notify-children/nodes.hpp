//===- nodes.hpp - values that depend on others -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "signal.hpp"

#include <algorithm>
#include <memory>
#include <vector>

namespace lager {
namespace detail {

struct reader_node_base
{
    virtual ~reader_node_base() = default;
    virtual void send_down()    = 0;
    virtual void notify()       = 0;
};

template <typename T>
class reader_node : public reader_node_base
{
public:
    using signal_type = signal<const T&>;

    reader_node(T value)
        : current_(std::move(value))
        , last_(current_)
    {}

    virtual void recompute() = 0;

    const T& current() const { return current_; }
    const T& last() const { return last_; }
    auto observers() -> signal_type& { return observers_; }

    void link(std::weak_ptr<reader_node_base> child) { children_.push_back(child); }

    void push_down(T value)
    {
        if (!(value == current_)) {
            current_         = std::move(value);
            needs_send_down_ = true;
        }
    }

    void send_down() final
    {
        this->recompute();
        if (needs_send_down_) {
            last_            = current_;
            needs_send_down_ = false;
            needs_notify_    = true;
            for (auto& wchild : children_) {
                if (auto child = wchild.lock()) {
                    child->send_down();
                }
            }
        }
    }

    void notify() final
    {
        if (needs_notify_ && !needs_send_down_) {
            needs_notify_ = false;
            bool garbage  = false;

            observers_(last_);
#ifdef FIXED
            const auto& children = children_;
            for (size_t i = 0, size = children.size(); i < size; ++i) {
                if (auto child = children[i].lock()) {
                    child->notify();
                } else {
                    garbage = true;
                }
            }
#else
            for (auto& wchild : children_) {
                if (auto child = wchild.lock()) {
                    child->notify(); // known-miss: mutate-while-iterating issue "The whole program"
                } else {
                    garbage = true;
                }
            }
#endif

            if (garbage) {
                this->collect();
            }
        }
    }

private:
    void collect()
    {
        children_.erase(std::remove_if(children_.begin(),
                                       children_.end(),
                                       [](auto& child) { return child.expired(); }),
                        children_.end());
    }

    T current_;
    T last_;
    bool needs_send_down_ = false;
    bool needs_notify_    = false;
    std::vector<std::weak_ptr<reader_node_base>> children_;
    signal_type observers_;
};

template <typename T>
struct state_node : reader_node<T>
{
    using reader_node<T>::reader_node;
    void recompute() final {}
};

template <typename T, typename Parent>
class xform_reader_node : public reader_node<T>
{
public:
    xform_reader_node(std::function<T(const Parent&)> xform, std::shared_ptr<reader_node<Parent>> parent)
        : reader_node<T>(xform(parent->current()))
        , xform_(xform)
        , parent_(parent)
    {}
    void recompute() final { this->push_down(xform_(parent_->current())); }

private:
    std::function<T(const Parent&)> xform_;
    std::shared_ptr<reader_node<Parent>> parent_;
};

template <typename T, typename Parent>
auto make_xform_reader_node(std::function<T(const Parent&)> xform, std::shared_ptr<reader_node<Parent>> parent)
{
    auto node = std::make_shared<xform_reader_node<T, Parent>>(xform, parent);
    parent->link(node);
    return node;
}

} // namespace detail
} // namespace lager
