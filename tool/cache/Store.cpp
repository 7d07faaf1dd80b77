//===- Store.cpp - entries of a cache, in files ---------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/Store.h"
#include "tool/WholeFile.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

namespace holdfast::tool {
namespace fs = llvm::sys::fs;
namespace {

constexpr llvm::StringLiteral Magic("HFC\1");
constexpr size_t DigestSize = std::tuple_size_v<Digest>, SizesAt = 4, BodyDigestAt = 20,
                 HeadDigestAt = BodyDigestAt + DigestSize, HeadAt = HeadDigestAt + DigestSize;

/// How long an entry may be unused. File systems note uses once a day, see markUsed().
constexpr std::chrono::hours Expiration(30 * 24);

Digest digestOfHead(const Digest &Key, llvm::StringRef Before, llvm::StringRef Head) {
  Hasher H;
  H.update(bytesOf(Key));
  H.add(Before).add(Head);
  return H.final();
}

std::string sizeBytes(uint64_t Size) {
  char Bytes[8];
  llvm::support::endian::write64le(Bytes, Size);
  return {Bytes, sizeof(Bytes)};
}

/// Pruning goes by the time of the last access, which is not kept where the file system is mounted
/// with `noatime`.
void markUsed(llvm::StringRef Path) {
  int Descriptor;
  fs::file_status Status;
  auto Now =
      std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
  if (fs::status(Path, Status) || Now - Status.getLastAccessedTime() < std::chrono::hours(24) ||
      fs::openFileForWrite(Path, Descriptor, fs::CD_OpenExisting, fs::OF_Append))
    return;
  // An entry that cannot be marked is pruned early and made again.
  (void)fs::setLastAccessAndModificationTime(Descriptor, Now, Status.getLastModificationTime());
  (void)llvm::sys::Process::SafelyCloseFileDescriptor(Descriptor);
}

} // namespace

llvm::StringRef Entry::bodyDigest() const {
  return Buffer->getBuffer().substr(BodyDigestAt, DigestSize);
}

/// False: this is no entry, or not that of Key.
bool Entry::readHead(const Digest &Key) {
  llvm::StringRef Bytes = Buffer->getBuffer();
  if (Bytes.size() < HeadAt || !Bytes.starts_with(Magic))
    return false;
  uint64_t HeadSize = llvm::support::endian::read64le(Bytes.data() + SizesAt);
  BodySize = llvm::support::endian::read64le(Bytes.data() + SizesAt + 8);
  llvm::StringRef Rest = Bytes.drop_front(HeadAt);
  if (HeadSize > Rest.size() || BodySize != Rest.size() - HeadSize)
    return false;
  Head = Rest.take_front(HeadSize);
  return bytesOf(digestOfHead(Key, Bytes.take_front(HeadDigestAt), Head)) ==
         Bytes.substr(HeadDigestAt, DigestSize);
}

std::optional<llvm::StringRef> Entry::body() const {
  llvm::StringRef Body = Buffer->getBuffer().drop_front(HeadAt + Head.size());
  return bytesOf(digestOf(Body)) == bodyDigest() ? std::optional(Body) : std::nullopt;
}

llvm::Expected<Store> Store::open(llvm::StringRef Directory) {
  if (std::error_code E = fs::create_directories(Directory))
    return llvm::createStringError(E, "cannot make the cache directory " + Directory + ": " +
                                          E.message());
  return Store(Directory);
}

std::string Store::pathOf(const Digest &Key) const {
  return Directory + "/llvmcache-" + llvm::toHex(Key, /*LowerCase=*/true);
}

void Store::drop(const Digest &Key) {
  Notices.push_back("dropped a damaged entry of the cache: " + pathOf(Key));
  fs::remove(pathOf(Key));
}

std::optional<Entry> Store::find(const Digest &Key) {
  std::string Path = pathOf(Key);
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return std::nullopt;
  Entry E;
  E.Buffer = std::move(*Buffer);
  if (!E.readHead(Key)) {
    drop(Key);
    return std::nullopt;
  }
  markUsed(Path);
  return E;
}

llvm::Expected<Entry> Store::read(llvm::StringRef File, const Digest &Key) {
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), Buffer.getError().message());
  Entry E;
  E.Buffer = std::move(*Buffer);
  if (!E.readHead(Key))
    return llvm::createStringError(E.Buffer->getBuffer().starts_with(Magic)
                                       ? "was written by another build of holdfast, or is damaged"
                                       : "is not a file of results");
  return std::move(E);
}

llvm::Error Store::put(const Digest &Key, llvm::StringRef Head, llvm::StringRef Body) const {
  return write(pathOf(Key), Key, Head, Body);
}

llvm::Error Store::write(llvm::StringRef File, const Digest &Key, llvm::StringRef Head,
                         llvm::StringRef Body) {
  std::string Front = Magic.str() + sizeBytes(Head.size()) + sizeBytes(Body.size());
  Front += bytesOf(digestOf(Body));
  Front += bytesOf(digestOfHead(Key, Front, Head));
  return writeWhole(File, Front + Head.str() + Body.str());
}

void Store::prune(unsigned Megabytes) const {
  llvm::CachePruningPolicy Policy;
  Policy.Expiration = Expiration;
  Policy.MaxSizeBytes = uint64_t(Megabytes) << 20;
  llvm::pruneCache(Directory, Policy);
}

} // namespace holdfast::tool
