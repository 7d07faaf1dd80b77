//===- tx_pool.h - transactions that are in no block ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace cryptonote
{
  using crypto_hash = std::string;

  typedef std::pair<std::pair<double, std::time_t>, crypto_hash> tx_by_fee_and_receive_time_entry;

  class txCompare
  {
  public:
    bool operator()(const tx_by_fee_and_receive_time_entry& a, const tx_by_fee_and_receive_time_entry& b) const
    {
      if (a.first.first > b.first.first) return true;
      if (a.first.first < b.first.first) return false;
      if (a.first.second < b.first.second) return true;
      if (a.first.second > b.first.second) return false;
      return a.second < b.second;
    }
  };

  typedef std::set<tx_by_fee_and_receive_time_entry, txCompare> sorted_tx_container;

  struct txpool_tx_meta_t
  {
    std::uint64_t weight;
    bool kept_by_block;
  };

  class tx_memory_pool
  {
  public:
    void add_tx(const crypto_hash& txid, double fee, std::uint64_t weight);
    void prune(std::size_t bytes);
    std::uint64_t weight() const { return m_txpool_weight; }

  private:
    bool get_txpool_tx_meta(const crypto_hash& txid, txpool_tx_meta_t& meta) const;
    void reduce_txpool_weight(std::uint64_t weight);
    void remove_tx_from_transient_lists(const sorted_tx_container::iterator& sorted_it, const crypto_hash& txid);
    void track_removed_tx(const crypto_hash& txid);

    sorted_tx_container m_txs_by_fee_and_receive_time;
    std::unordered_map<crypto_hash, std::time_t> m_added_txs_by_id;
    std::multimap<std::time_t, crypto_hash> m_removed_txs_by_time;
    std::map<crypto_hash, txpool_tx_meta_t> m_blockchain;
    std::uint64_t m_txpool_weight = 0;
  };
}
