# shellcheck shell=bash
# Sourced by run and test after toolchain.sh: finds out whether the Jenkins plugin can be built here, and with which Maven.

# The plugin's parent needs 3.9.6; where the installed one is older, this one is taken through it.
readonly oldest_maven=3.9.6
readonly pinned_maven=3.9.11
readonly dependency_plugin=org.apache.maven.plugins:maven-dependency-plugin:3.11.0

# A server that does not answer is given up soon; a download that goes on is not.
readonly short_waits=(
    -Daether.connector.connectTimeout=10000
    -Daether.connector.requestTimeout=30000
    -Daether.connector.http.retryHandler.count=0
)

# Sets plugin_mvn to the command that builds pom.xml. Returns 1 where Jenkins cannot be had, with the one reason in no_jenkins.
find_jenkins() {
    plugin_mvn=()
    no_jenkins=""
    find_plugin_maven && can_resolve_plugin
}

find_plugin_maven() {
    local maven=mvn
    # shellcheck disable=SC2154 # toolchain.sh sets it
    if ! is_at_least "$oldest_maven" "$maven_version"; then
        maven=$PWD/target/maven/apache-maven-$pinned_maven/bin/mvn
        [[ -x $maven ]] || unpack_pinned_maven || return 1
    fi
    # shellcheck disable=SC2154 # toolchain.sh sets it
    plugin_mvn=(env "JAVA_HOME=$java_home" "$maven" -B -ntp -Dstyle.color=never -f pom.xml)
}

unpack_pinned_maven() {
    local said archive=apache-maven-$pinned_maven-bin.tar.gz new=target/maven/new
    rm -rf "$new" && mkdir -p "$new"
    if ! said=$(bounded 300 mvn -Dmaven.wagon.rto=30000 "${short_waits[@]}" -B -Dstyle.color=never -f pom-core.xml "$dependency_plugin:copy" \
        "-Dartifact=org.apache.maven:apache-maven:$pinned_maven:tar.gz:bin" "-DoutputDirectory=$PWD/$new" 2>&1 </dev/null); then
        no_jenkins="the plugin needs Maven $oldest_maven or newer, this one is $maven_version, and $pinned_maven could not be fetched: $(reason_in "$said")"
        return 1
    fi
    tar -xzf "$new/$archive" -C "$new" && mv "$new/apache-maven-$pinned_maven" target/maven/ && rm -rf "$new"
}

# Local copies first, without a word to any server. What is wrong with pom.xml itself is left to the build, which shows it.
can_resolve_plugin() {
    local said status=0
    if "${plugin_mvn[@]}" -o -q dependency:resolve &>/dev/null </dev/null; then
        return
    fi
    if [[ -t 2 ]]; then
        echo "Fetching what the Jenkins plugin needs, if it can be had." >&2
    fi
    said=$(bounded 900 "${plugin_mvn[@]}" -q -U "${short_waits[@]}" dependency:resolve 2>&1 </dev/null) || status=$?
    if ((status == 124)); then
        no_jenkins="fetching the Jenkins artefacts took more than 15 minutes"
    elif ((status != 0)) && grep -qE 'Could not transfer|offline mode|Non-resolvable parent POM' <<<"$said"; then
        no_jenkins=$(reason_in "$said")
    fi
    [[ -z $no_jenkins ]]
}

# The artefact that Maven did not get, and why, in one line.
reason_in() {
    local line artefact why
    line=$(grep -m 1 -E 'ould not (transfer|find) artifact|offline mode' <<<"$1" || grep -m 1 ERROR <<<"$1" || tail -n 1 <<<"$1")
    artefact=$(sed -nE 's/.*ould not (transfer|find) artifact ([^ ]+) .*/\2/p' <<<"$line")
    why=$(sed -nE -e "s/ (-> \[Help|and 'parent).*//" \
        -e 's/.* from\/to [^ ]+ \(([^ ]+)\): (.*)/\1 says: \2/p' \
        -e 's/.* in [^ ]+ \(([^ ]+)\)$/\1 does not have it/p' <<<"$line")
    if [[ -n $artefact ]]; then
        echo "$artefact is neither in the local Maven repository nor to be had${why:+; $why}"
    else
        echo "${line#\[ERROR\] }"
    fi
}

is_at_least() {
    local -a least actual
    IFS=. read -ra least <<<"$1"
    IFS=. read -ra actual <<<"${2%%-*}"
    local i
    for i in 0 1 2; do
        ((${actual[i]:-0} == ${least[i]:-0})) || break
    done
    ((${actual[i]:-0} >= ${least[i]:-0}))
}

bounded() {
    local seconds=$1
    shift
    if command -v timeout >/dev/null; then
        timeout --foreground "$seconds" "$@"
    else
        "$@"
    fi
}
