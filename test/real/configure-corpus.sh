#!/bin/sh
#===- configure-corpus.sh - get and configure the real projects ----------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------===//
#
# Usage: test/real/configure-corpus.sh [PROJECT...]
#
# Downloads the projects of docs/quality.md as Debian 12 source packages into
# $CORPUS (default /work/corpus), and configures them with clang 22 so that each
# has a compile_commands.json and the headers it generates. Nothing is compiled
# but the small generators that OpenTTD needs for its headers. Run as root: it
# installs the projects' build dependencies from Debian. Done projects are skipped;
# remove $CORPUS/NAME/.configured to do one again.
#
set -eu

CORPUS=${CORPUS:-/work/corpus}
HERE=$(cd "$(dirname "$0")" && pwd)
ALL="llvm poco cppcheck openttd keepassxc taglib i2pd protobuf leveldb yaml-cpp tmux redis
     fluxbox libtorrent rtorrent amule qbittorrent squid dnsdist fcitx5
     icecc zeromq3"
CMAKE="cmake -G Ninja -DCMAKE_C_COMPILER=clang-22 -DCMAKE_CXX_COMPILER=clang++-22
       -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DCMAKE_BUILD_TYPE=Release"

AUTOTOOLS="autoconf automake libtool pkgconf"

# The source package of each project, and the Debian packages it needs to configure.
dependencies() {
  case $1 in
  llvm) echo llvm-19-dev llvm-19 ;; # llvm-tblgen generates the headers: none is built
  poco) echo libssl-dev libexpat1-dev libpcre3-dev libsqlite3-dev zlib1g-dev ;;
  cppcheck) echo libpcre3-dev ;;
  openttd) echo liblzma-dev libpng-dev libfreetype-dev libfontconfig-dev libicu-dev \
                liblzo2-dev libsdl2-dev libfluidsynth-dev libcurl4-openssl-dev zlib1g-dev ;;
  keepassxc) echo qtbase5-dev qtbase5-private-dev qttools5-dev qttools5-dev-tools libqt5svg5-dev \
                libqt5x11extras5-dev libbotan-2-dev libargon2-dev libminizip-dev libqrencode-dev \
                libreadline-dev libusb-1.0-0-dev libpcsclite-dev libxtst-dev libxi-dev libzxcvbn-dev ;;
  taglib) echo zlib1g-dev libutfcpp-dev ;;
  protobuf) echo zlib1g-dev ;;
  i2pd) echo libboost-date-time-dev libboost-filesystem-dev libboost-program-options-dev \
             libboost-system-dev libssl-dev libminiupnpc-dev ;;
  leveldb) echo libsnappy-dev ;;
  tmux) echo libevent-dev libncurses-dev libutempter-dev bison $AUTOTOOLS ;;
  fluxbox) echo libfribidi-dev libimlib2-dev libx11-dev libxext-dev libxft-dev libxinerama-dev libxpm-dev \
                libxrandr-dev libxt-dev $AUTOTOOLS ;;
  libtorrent) echo libcurl4-openssl-dev libssl-dev zlib1g-dev $AUTOTOOLS ;;
  rtorrent) echo libcurl4-openssl-dev libncurses-dev libtorrent-dev libxmlrpc-core-c3-dev $AUTOTOOLS ;;
  amule) echo autopoint libboost-dev libboost-system-dev libcrypto++-dev libgd-dev libgeoip-dev libglib2.0-dev \
                libpng-dev libreadline-dev libupnp-dev libwxgtk3.2-dev bison flex zlib1g-dev $AUTOTOOLS ;;
  qbittorrent) echo libtorrent-rasterbar-dev libboost-dev libqt5svg5-dev qtbase5-dev qtbase5-private-dev \
                qttools5-dev qttools5-dev-tools zlib1g-dev ;;
  squid) echo ed libltdl-dev libcap-dev libexpat1-dev libgnutls28-dev libkrb5-dev comerr-dev libldap2-dev \
                libnetfilter-conntrack-dev libpam0g-dev libsasl2-dev libsystemd-dev libtdb-dev libxml2-dev \
                nettle-dev libecap3-dev libssl-dev $AUTOTOOLS ;;
  dnsdist) echo libboost-dev libcap-dev libcdb-dev libedit-dev libfstrm-dev liblmdb-dev libluajit-5.1-dev \
                libnghttp2-dev libre2-dev libsnmp-dev libsodium-dev libssl-dev libsystemd-dev \
                libh2o-dev libh2o-evloop-dev ragel systemd $AUTOTOOLS ;;
  fcitx5) echo extra-cmake-modules gettext iso-codes libcairo2-dev libegl1-mesa-dev libenchant-2-dev \
                libexpat1-dev libfmt-dev libgdk-pixbuf-2.0-dev libjson-c-dev libpango1.0-dev libsystemd-dev \
                libwayland-bin libwayland-dev libwayland-egl-backend-dev libxcb-ewmh-dev libxcb-icccm4-dev \
                libxcb-imdkit-dev libxcb-randr0-dev libxcb-shape0-dev libxcb-xfixes0-dev libxcb-xinerama0-dev \
                libxcb-xkb-dev libxcb1-dev libxkbcommon-x11-dev libxkbfile-dev pkgconf unicode-cldr-core \
                uuid-dev wayland-protocols ;;
  icecc) echo libarchive-dev liblzo2-dev libzstd-dev libcap-ng-dev $AUTOTOOLS ;;
  zeromq3) echo libsodium-dev libbsd-dev pkgconf ;;
  esac
}

# Unpacks the Debian source package $1 into $CORPUS/$1. A mirror may have what the project published and
# not what Debian adds: then it is without Debian's changes.
unpack() {
  mkdir -p "$CORPUS/src"
  rm -rf "${CORPUS:?}/$1"
  if ! (cd "$CORPUS/src" && apt-get source --download-only -qq "$1"); then
    (cd "$CORPUS/src" && apt-get source --download-only --tar-only -qq "$1")
    mkdir "$CORPUS/$1"
    tar -xf "$CORPUS"/src/"$1"_*.orig.tar.?z* -C "$CORPUS/$1" --strip-components=1
    return
  fi
  (cd "$CORPUS" && dpkg-source --no-check -x src/"$1"_*.dsc "$1" >/dev/null)
}

# LLVM is large: only llvm/, cmake/ and the directories test/real/hostile.py reads are unpacked.
unpack_llvm() {
  mkdir -p "$CORPUS/src" "$CORPUS/llvm"
  (cd "$CORPUS/src" && apt-get source --download-only -qq llvm-toolchain-19)
  set -- 'llvm' 'cmake' 'third-party' 'libcxx/test' 'libcxx/include'
  for suite in Parser Sema SemaCXX SemaTemplate CXX AST Analysis CodeGenCXX CodeGenCoroutines; do
    set -- "$@" "clang/test/$suite"
  done
  for part in "$@"; do set -- "$@" "llvm-toolchain-19_19.1.7/$part"; shift; done
  tar -xJf "$CORPUS"/src/llvm-toolchain-19_*.orig.tar.xz -C "$CORPUS/llvm" --strip-components=1 \
      --exclude='*/llvm/test/*' "$@"
}

# LLVM's generated headers come from Debian's llvm-tblgen 19.
configure_llvm() {
  $CMAKE -S "$CORPUS/llvm/llvm" -B "$CORPUS/llvm/build" -DLLVM_TARGETS_TO_BUILD=X86 \
      -DLLVM_INCLUDE_TESTS=OFF -DLLVM_INCLUDE_BENCHMARKS=OFF -DLLVM_INCLUDE_EXAMPLES=OFF \
      -DLLVM_TABLEGEN=/usr/lib/llvm-19/bin/llvm-tblgen \
      -DLLVM_NATIVE_TOOL_DIR=/usr/lib/llvm-19/bin
  ninja -C "$CORPUS/llvm/build" -j1 intrinsics_gen vt_gen acc_gen omp_gen llvm_vcsrevision_h
}

# Headers of a Boost that clang 22 accepts: it rejects the enumerations of 1.74, and 1.81 cannot be
# installed beside that, so it is only unpacked. Prints where.
boost() {
  [ -e "$CORPUS/src/boost1.81" ] ||
      (cd "$CORPUS/src" && apt-get download -qq libboost1.81-dev && dpkg -x libboost1.81-dev_*.deb boost1.81) >&2
  echo "$CORPUS/src/boost1.81/usr/include"
}

# moc and uic output of $build; ninja would compile the libraries first.
autogen() {
  find "$build" -name AutogenInfo.json -exec cmake -E cmake_autogen {} Release \;
}

# configure_autotools NAME [OPTION...]: an automake project, in its source directory.
configure_autotools() {
  cd "$CORPUS/$1"
  [ -e configure ] || autoreconf -fi
  shift
  ./configure CC=clang-22 CXX=clang++-22 "$@"
}

# The compile database of an automake project, in build/.
database() {
  mkdir -p "$CORPUS/$1/build"
  make -C "$CORPUS/$1" -n -w -k V=1 | python3 "$HERE/make_database.py" "$CORPUS/$1" \
      >"$CORPUS/$1/build/compile_commands.json"
}

configure() {
  source=$CORPUS/$1 build=$CORPUS/$1/build
  case $1 in
  llvm) configure_llvm ;;
  poco) $CMAKE -S "$source" -B "$build" -DENABLE_TESTS=OFF -DENABLE_DATA_MYSQL=OFF \
               -DENABLE_DATA_ODBC=OFF ;;
  cppcheck) $CMAKE -S "$source" -B "$build" -DUSE_MATCHCOMPILER=Off \
               -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON ;; # a .pch would have to be compiled
  openttd)
    $CMAKE -S "$source" -B "$build"
    ninja -C "$build" -j2 cmake_object_order_depends_target_openttd generated/rev.cpp ;;
  keepassxc)
    rm -rf "$source/src/zxcvbn" # as debian/rules does: the packaged library is used
    $CMAKE -S "$source" -B "$build" -DWITH_TESTS=ON -DWITH_GUI_TESTS=OFF \
           -DWITH_XC_UPDATECHECK=OFF -DWITH_XC_ALL=ON -DWITH_XC_DOCS=OFF
    autogen ;;
  taglib) $CMAKE -S "$source" -B "$build" -DBUILD_EXAMPLES=ON ;;
  i2pd)
    $CMAKE -S "$source/build" -B "$source/build-cmake" -DWITH_UPNP=ON \
           -DCMAKE_CXX_FLAGS="-I$(boost)" ;;
  protobuf) $CMAKE -S "$source" -B "$build" -Dprotobuf_BUILD_TESTS=OFF ;;
  leveldb) $CMAKE -S "$source" -B "$build" -DLEVELDB_BUILD_TESTS=OFF -DLEVELDB_BUILD_BENCHMARKS=OFF ;;
  yaml-cpp) $CMAKE -S "$source" -B "$build" -DYAML_CPP_BUILD_TESTS=OFF ;;
  tmux)
    mkdir -p "$build"
    (cd "$source" && autoreconf -fi && cd build && CC=clang-22 ../configure --enable-utempter)
    make -C "$build" -n -w V=1 | python3 "$HERE/make_database.py" "$build" >"$build/compile_commands.json" ;;
  redis)
    mkdir -p "$build"
    make -C "$source/src" -n -w V=1 MALLOC=libc 2>/dev/null |
        python3 "$HERE/make_database.py" "$source/src" >"$build/compile_commands.json" ;;
  fluxbox)
    (configure_autotools "$1")
    make -C "$source/src" defaults.hh defaults.cc
    database "$1" ;;
  libtorrent | rtorrent)
    (configure_autotools "$1")
    database "$1" ;;
  amule)
    (configure_autotools "$1" --enable-cas --enable-wxcas --enable-amule-daemon --enable-amulecmd \
        --enable-webserver --enable-amule-gui --enable-alc --enable-alcc --enable-geoip \
        CPPFLAGS="-I$(boost)")
    # its Makefiles do not say which directory make enters
    find "$source" -name Makefile -exec sed -i '1s/^MAKEFLAGS=.*//' {} +
    database "$1" ;;
  qbittorrent)
    $CMAKE -S "$source" -B "$build" -DCMAKE_CXX_FLAGS="-I$(boost)"
    autogen ;;
  squid)
    (configure_autotools "$1")
    make -C "$source/src" globals.cc hier_code.cc icp_opcode.cc lookup_t.cc repl_modules.cc swap_log_op.cc \
        cf_gen_defines.cci cf_parser.cci
    make -C "$source/src/error" categories.cc
    database "$1" ;;
  dnsdist)
    (configure_autotools "$1" --enable-dnscrypt --enable-dns-over-https --enable-dns-over-tls --with-libcap \
        --with-lua=luajit --with-re2 --without-net-snmp CPPFLAGS="-I$(boost)")
    database "$1" ;;
  fcitx5)
    $CMAKE -S "$source" -B "$build"
    # what wayland-scanner makes; ninja would compile libraries first
    (cd "$build" && ninja -t commands | grep wayland-scanner | sort -u | sh -e) ;;
  icecc)
    (configure_autotools "$1" --without-man)
    database "$1" ;;
  zeromq3) $CMAKE -S "$source" -B "$build" -DBUILD_TESTS=OFF -DWITH_DOCS=OFF -DWITH_PERF_TOOL=OFF ;;
  *) echo "configure-corpus.sh: unknown project '$1'; known: $ALL" >&2; exit 2 ;;
  esac
}

enable_sources() {
  list=/etc/apt/sources.list.d/holdfast-corpus-src.sources
  [ -e "$list" ] && return
  for suites in "debian bookworm bookworm-updates" "debian-security bookworm-security"; do
    printf 'Types: deb-src\nURIs: http://deb.debian.org/%s\nSuites: %s\nComponents: main\n' \
        "${suites%% *}" "${suites#* }"
    printf 'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n\n'
  done >"$list"
  apt-get update -qq
}

[ $# -gt 0 ] || set -- $ALL
mkdir -p "$CORPUS"
enable_sources
for project; do
  if [ -e "$CORPUS/$project/.configured" ]; then
    echo "$project: already configured"
    continue
  fi
  echo "$project: configuring, log in $CORPUS/$project.log"
  {
    # shellcheck disable=SC2046
    apt-get install -y -q -o DPkg::Lock::Timeout=600 --no-install-recommends --no-remove ninja-build cmake $(dependencies "$project")
    case $project in llvm) unpack_llvm ;; *) unpack "$project" ;; esac
    configure "$project"
  } >"$CORPUS/$project.log" 2>&1
  touch "$CORPUS/$project/.configured"
done
