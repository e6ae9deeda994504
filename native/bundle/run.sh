#!/bin/sh
# Runs the bundled tests on this machine's libtorch: ./run.sh [cuda|cpu] [NAME…]. Needs PyTorch for python3, and g++.
# Prints the tests that fail and `N passed, N failed, N skipped`, and leaves evidence.json in the current folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
device=${1:-cuda}
[ $# -eq 0 ] || shift
built=${TMPDIR:-/tmp}/lectern-tests-$$
trap 'rm -rf "$built"' EXIT
mkdir -p "$built"

say() { printf 'lectern: %s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

command -v g++ >/dev/null || stop "g++ is needed."
python=${PYTHON:-python3}
"$python" -c 'import torch' 2>"$built/log" || { cat "$built/log" >&2; stop "$python cannot import torch; PYTHON=FILE names another Python."; }
eval "$("$python" - <<'PYTHON'
import glob, os, shlex, torch
folder = os.path.dirname(os.path.abspath(torch.__file__))
print("version=" + shlex.quote(torch.__version__))
print("folder=" + shlex.quote(folder))
print("abi=%d" % torch._C._GLIBCXX_USE_CXX11_ABI)
print("nvidia=" + shlex.quote(":".join(glob.glob(os.path.join(os.path.dirname(folder), "nvidia", "*", "lib")))))
PYTHON
)"

# A wheel has its headers and libraries beside it; a distribution puts them into the system's folders.
if [ -f "$folder/include/torch/csrc/autograd/autograd.h" ]; then
  include=$folder/include
  libraries="-L$folder/lib -Wl,-rpath,$folder/lib"
elif [ -f /usr/include/torch/csrc/autograd/autograd.h ]; then
  include=/usr/include
  libraries=
else
  stop "PyTorch $version in $folder comes without headers; with Debian's, install libtorch-dev."
fi
link="-ltorch_cpu -lc10"
[ ! -f "$folder/lib/libtorch_cuda.so" ] || link="$link -Wl,--no-as-needed -ltorch_cuda -Wl,--as-needed"
export LD_LIBRARY_PATH="${nvidia}${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"

# libtorch asked for C++17 for years, and newer ones for C++20; a libtorch does not say which.
# The paths of an installation hold no spaces that the options would break at: pip and apt make none.
flags="-O2 -fPIC -fvisibility=hidden -D_GLIBCXX_USE_CXX11_ABI=$abi -isystem $include -isystem $include/torch/csrc/api/include"
compile() {
  say "Compiling the shim against libtorch $version as $1 …"
  for source in "$here"/shim/*.cpp; do
    g++ -std=$1 $flags -c "$source" -o "$built/$(basename "$source").o" 2>"$built/$(basename "$source").log" &
  done
  wait
  for source in "$here"/shim/*.cpp; do
    [ -f "$built/$(basename "$source").o" ] || { cp "$built/$(basename "$source").log" "$built/log"; return 1; }
  done
  g++ -shared "$built"/*.o -o "$built/liblectern_torch.so" $libraries $link 2>"$built/log"
}
compiled=no
for standard in c++17 c++20; do
  ! compile $standard || { compiled=yes; break; }
done
[ $compiled = yes ] || { head -n 40 "$built/log" >&2; stop "the shim does not compile against libtorch $version."; }

cp -r "$here/tests" "$built/tests"
mv "$built/liblectern_torch.so" "$built/tests/"
say "Running the tests on $device …"
LECTERN_DEVICE=$device "$built/tests/lectern-tests" "${EVIDENCE:-evidence.json}" "$@"
