//===- Environment.cpp - what else an analysis depends on -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/Environment.h"
#include "tool/Toolchain.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Process.h"
#include <link.h>

namespace holdfast::tool {
namespace {

/// All that libclang-cpp reads for a parse, by name; those for assemblers and linkers are left out.
constexpr llvm::StringLiteral Variables[] = {"CPATH",
                                             "C_INCLUDE_PATH",
                                             "CPLUS_INCLUDE_PATH",
                                             "OBJC_INCLUDE_PATH",
                                             "OBJCPLUS_INCLUDE_PATH",
                                             "NCC_C_INCLUDE_PATH",
                                             "NCC_CPLUS_INCLUDE_PATH",
                                             "XCC_C_INCLUDE_PATH",
                                             "XCC_CPLUS_INCLUDE_PATH",
                                             "INCLUDE",
                                             "EXTERNAL_INCLUDE",
                                             "COMPILER_PATH",
                                             "CLANG_NO_DEFAULT_CONFIG",
                                             "CLANG_CONFIG_PATH",
                                             "SDKROOT",
                                             "MACOSX_DEPLOYMENT_TARGET",
                                             "IPHONEOS_DEPLOYMENT_TARGET",
                                             "TVOS_DEPLOYMENT_TARGET",
                                             "WATCHOS_DEPLOYMENT_TARGET",
                                             "XROS_DEPLOYMENT_TARGET",
                                             "DRIVERKIT_DEPLOYMENT_TARGET",
                                             "HIP_PATH",
                                             "ROCM_PATH",
                                             "CUDA_PATH"};

/// The build id that the linker left in an object that is loaded, "" if it left none.
llvm::StringRef buildIdOf(const dl_phdr_info &Object) {
  for (const ElfW(Phdr) &Header : llvm::ArrayRef(Object.dlpi_phdr, Object.dlpi_phnum)) {
    if (Header.p_type != PT_NOTE)
      continue;
    llvm::StringRef Notes(reinterpret_cast<const char *>(Object.dlpi_addr + Header.p_vaddr),
                          Header.p_memsz);
    while (Notes.size() >= sizeof(ElfW(Nhdr))) {
      auto *Note = reinterpret_cast<const ElfW(Nhdr) *>(Notes.data());
      Notes = Notes.drop_front(sizeof(ElfW(Nhdr)));
      llvm::StringRef Name = Notes.take_front(Note->n_namesz);
      Notes = Notes.drop_front(std::min<size_t>(Notes.size(), llvm::alignTo(Note->n_namesz, 4)));
      llvm::StringRef Value = Notes.take_front(Note->n_descsz);
      Notes = Notes.drop_front(std::min<size_t>(Notes.size(), llvm::alignTo(Note->n_descsz, 4)));
      if (Note->n_type == NT_GNU_BUILD_ID && Name == llvm::StringRef("GNU\0", 4))
        return Value;
    }
  }
  return "";
}

int addObject(dl_phdr_info *Object, size_t, void *To) {
  llvm::StringRef Path(Object->dlpi_name);
  bool IsThis = Path.empty(); // The program itself comes first and has no name.
  if (!IsThis && !Path.contains('/'))
    return 0; // The kernel's.
  auto &H = *static_cast<Hasher *>(To);
  llvm::StringRef Id = buildIdOf(*Object);
  H.add(Id);
  if (!Id.empty())
    return 0;
  auto File = llvm::MemoryBuffer::getFile(IsThis ? "/proc/self/exe" : Path);
  H.add(File ? (*File)->getBuffer() : Path);
  return 0;
}

} // namespace

Digest digestOfProgram() {
  Hasher H;
  dl_iterate_phdr(addObject, &H);
  return H.final();
}

Digest digestOfEnvironment() {
  Hasher H;
  H.update(bytesOf(digestOfProgram()));
  H.add(resourceDirectory());
  for (llvm::StringRef Name : Variables)
    if (std::optional<std::string> Value = llvm::sys::Process::GetEnv(Name))
      H.add(Name).add(*Value);
  return H.final();
}

} // namespace holdfast::tool
