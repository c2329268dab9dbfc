# shellcheck shell=bash
# Sourced by run and test: says in one line what this machine lacks.

# Stops where there is no JDK or no Maven that will do.
require_jdk_and_maven() {
    if ! find_jdk_and_maven; then
        echo "$1 needs $lacking" >&2
        exit 2
    fi
}

# Sets maven_version, java_major and java_home. Returns 1 with what is needed in lacking.
# The line of "mvn -v" that names Java ends with its home: the one that Maven will use, whatever the PATH says.
find_jdk_and_maven() {
    local described java_version
    lacking=""
    if ! command -v mvn >/dev/null; then
        lacking="Maven, and there is no mvn on the PATH. Install Maven 3.8.7 or newer."
        return 1
    fi
    if ! described=$(mvn -B -Dstyle.color=never -v 2>&1); then
        lacking="a JDK, and mvn -v says: $(head -n 1 <<<"$described"). Install a JDK 17 or newer."
        return 1
    fi
    # shellcheck disable=SC2034 # jenkins.sh reads it
    maven_version=$(sed -nE 's/.*Apache Maven ([0-9][^ ]*).*/\1/p' <<<"$described" | head -n 1)
    java_version=$(sed -n 's/^Java version: \([^,]*\),.*/\1/p' <<<"$described")
    java_home=$(sed -n 's/^Java version: .*runtime: \(.*\)$/\1/p' <<<"$described")
    java_major=${java_version%%[!0-9]*}
    if ((${java_major:-0} < 17)); then
        lacking="a JDK 17 or newer, and Maven uses Java ${java_version:-unknown}. Set JAVA_HOME."
    elif [[ ! -x $java_home/bin/javac ]]; then
        lacking="a JDK, and Maven uses $java_home, which has no compiler. Set JAVA_HOME."
    fi
    [[ -z $lacking ]]
}
