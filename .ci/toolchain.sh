# shellcheck shell=bash
# Sourced by run and test: says in one line what this machine lacks, and stops.

# The line of "mvn -v" that names Java ends with its home: the one that Maven will use, whatever the PATH says.
require_jdk_and_maven() {
    local program=$1 described version major home
    if ! command -v mvn >/dev/null; then
        echo "$program needs Maven, and there is no mvn on the PATH. Install Maven 3.8.7 or newer." >&2
        exit 2
    fi
    if ! described=$(mvn -B -Dstyle.color=never -v 2>&1); then
        echo "$program needs a JDK, and mvn -v says: $(head -n 1 <<<"$described"). Install a JDK 17 or newer." >&2
        exit 2
    fi
    version=$(sed -n 's/^Java version: \([^,]*\),.*/\1/p' <<<"$described")
    home=$(sed -n 's/^Java version: .*runtime: \(.*\)$/\1/p' <<<"$described")
    major=${version%%[!0-9]*}
    if ((${major:-0} < 17)); then
        echo "$program needs a JDK 17 or newer, and Maven uses Java ${version:-unknown}. Set JAVA_HOME." >&2
        exit 2
    fi
    if [[ ! -x $home/bin/javac ]]; then
        echo "$program needs a JDK, and Maven uses $home, which has no compiler. Set JAVA_HOME." >&2
        exit 2
    fi
}
