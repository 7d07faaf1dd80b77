//===- tx_pool.cpp - transactions that are in no block ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tx_pool.h"

namespace cryptonote
{
  void tx_memory_pool::add_tx(const crypto_hash& txid, double fee, std::uint64_t weight)
  {
    const std::time_t now = time(nullptr);
    m_blockchain[txid] = txpool_tx_meta_t{weight, false};
    m_txs_by_fee_and_receive_time.emplace(std::pair<double, std::time_t>(fee, now), txid);
    m_added_txs_by_id[txid] = now;
    m_txpool_weight += weight;
  }
  //---------------------------------------------------------------------------------
  void tx_memory_pool::prune(std::size_t bytes)
  {
    if (m_txs_by_fee_and_receive_time.empty())
      return;

    // this will never remove the first one, but we don't care
    auto it = --m_txs_by_fee_and_receive_time.end();
    while (it != m_txs_by_fee_and_receive_time.begin())
    {
      if (m_txpool_weight <= bytes)
        break;
#ifdef FIXED
      const crypto_hash txid = it->second;
#else
      const crypto_hash &txid = it->second;
#endif
      txpool_tx_meta_t meta;
      if (!get_txpool_tx_meta(txid, meta) || meta.kept_by_block)
      {
        --it;
        continue;
      }
      m_blockchain.erase(txid);
      reduce_txpool_weight(meta.weight);
      auto it_prev = it;
      --it_prev;

#ifdef FIXED
      remove_tx_from_transient_lists(it, txid);
#else
      remove_tx_from_transient_lists(it, txid); // finding: invalidated-reference
#endif
      it = it_prev;
    }
  }
  //---------------------------------------------------------------------------------
  bool tx_memory_pool::get_txpool_tx_meta(const crypto_hash& txid, txpool_tx_meta_t& meta) const
  {
    const auto it = m_blockchain.find(txid);
    if (it == m_blockchain.end())
      return false;
    meta = it->second;
    return true;
  }
  //---------------------------------------------------------------------------------
  void tx_memory_pool::reduce_txpool_weight(std::uint64_t weight)
  {
    m_txpool_weight = weight > m_txpool_weight ? 0 : m_txpool_weight - weight;
  }
  //---------------------------------------------------------------------------------
  void tx_memory_pool::remove_tx_from_transient_lists(const sorted_tx_container::iterator& sorted_it,
                                                      const crypto_hash& txid)
  {
    if (sorted_it != m_txs_by_fee_and_receive_time.end())
      m_txs_by_fee_and_receive_time.erase(sorted_it);

    const std::unordered_map<crypto_hash, std::time_t>::iterator it = m_added_txs_by_id.find(txid);
    if (it != m_added_txs_by_id.end())
      m_added_txs_by_id.erase(it);
    track_removed_tx(txid);
  }
  //---------------------------------------------------------------------------------
  void tx_memory_pool::track_removed_tx(const crypto_hash& txid)
  {
    m_removed_txs_by_time.insert(std::make_pair(time(nullptr), txid));
  }
}
