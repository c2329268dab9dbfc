# shellcheck shell=bash disable=SC2154 # toolchain.sh, jenkins.sh and test set what is not set here
# Sourced by test after toolchain.sh and jenkins.sh: the plugin that was just built, as one file, on other versions.

# A property of pom.xml that names a Jenkins, and the versions of Java which that Jenkins supports.
readonly other_jenkinses=(
    "jenkins.version:17 21 25"
    "newest.jenkins.version:21 25"
)
readonly other_test=io.jenkins.plugins.servicedelivery.jenkins.OtherJenkinsITest
readonly wars=target/other-jenkins
readonly built_plugin=target/service-delivery.hpi

# Runs one delivery for each pair and makes one row, which names every run and every Java and Jenkins that is not here.
run_on_other_jenkinses() {
    local one major name result=passed note
    local -a ran=() bad=() absent=() reasons=()
    local skips=0
    if [[ ! -f $built_plugin ]]; then
        count versions "could not run" 0 0 1 "the plugin was not built"
        return
    fi
    find_javas
    for one in "${other_jenkinses[@]}"; do
        if ! fetch_war "${one%%:*}"; then
            reasons+=("$no_war")
            skips=$((skips + $(wc -w <<<"${one#*:}")))
            continue
        fi
        for major in ${one#*:}; do
            if [[ -z ${javas[major]:-} ]]; then
                [[ " ${absent[*]-} " == *" $major "* ]] || absent+=("$major")
                skips=$((skips + 1))
                continue
            fi
            name="$jenkins_version on Java $major"
            echo "== versions: $name, which is ${javas[major]}"
            if passes_on "$war" "${javas[major]}" "$wars/$jenkins_version-java-$major.log"; then
                ran+=("$name")
            else
                echo "It failed on $name; what that Jenkins said is in $wars/$jenkins_version-java-$major.log."
                bad+=("$name")
            fi
        done
    done
    note=$(joined ", " ${ran[@]+"${ran[@]}"})
    if ((${#bad[@]} > 0)); then
        result=failed
        note="FAILED: $(joined ", " "${bad[@]}")${note:+; passed: $note}"
    elif ((${#ran[@]} == 0)); then
        result="could not run"
    fi
    if ((${#absent[@]} > 0)); then
        note+="${note:+; }no Java $(joined " and no Java " "${absent[@]}") here"
    fi
    if ((${#reasons[@]} > 0)); then
        note+="${note:+; }$(joined "; " "${reasons[@]}")"
    fi
    count versions "$result" "${#ran[@]}" "${#bad[@]}" "$skips" "$note"
}

# Whether the one test ran, and passed. Surefire alone is started, so that nothing is built a second time.
passes_on() { # war, home of Java, file for what Jenkins says
    local status=0 said=$plugin_reports/$other_test-output.txt report=$plugin_reports/TEST-$other_test.xml
    rm -f "$said" "$report"
    bounded 900 "${plugin_mvn[@]}" surefire:test "-Dtest=${other_test##*.}" -Dtest.excluded.groups= \
        "-Dother.jenkins.war=$1" "-Dother.java.home=$2" -Dmaven.test.redirectTestOutputToFile=true </dev/null || status=$?
    if [[ -f $said ]]; then
        mv -f "$said" "$3"
    fi
    ((status == 0)) && [[ -f $report && $(elements_in testcase "$report") == 1 && $(elements_in skipped "$report") == 0 ]]
}

# Sets war and jenkins_version for a property of pom.xml. Returns 1 with the reason in no_war.
fetch_war() {
    local folder=$wars/$1 said
    local -a copy=(-q dependency:copy "-Dartifact=org.jenkins-ci.main:jenkins-war:\${$1}:war" "-DoutputDirectory=$folder")
    rm -rf "$folder"
    if ! "${plugin_mvn[@]}" -o "${copy[@]}" &>/dev/null </dev/null &&
        ! said=$(bounded 600 "${plugin_mvn[@]}" -U "${short_waits[@]}" "${copy[@]}" 2>&1 </dev/null); then
        no_war=$(reason_in "$said")
        return 1
    fi
    war=$(echo "$PWD/$folder"/jenkins-war-*.war)
    jenkins_version=${war##*/jenkins-war-}
    jenkins_version=${jenkins_version%.war}
}

# Sets javas: for each version the home of the first Java that has it. First those that the environment names.
find_javas() {
    local name home major
    local -a homes=()
    javas=()
    for name in "${!JAVA_HOME_@}"; do
        homes+=("${!name}")
    done
    homes+=(
        "${JAVA_HOME:-}" "$java_home"
        /usr/lib/jvm/* /usr/java/* /usr/local/openjdk-* /opt/java/* /opt/*jdk* /opt/homebrew/opt/openjdk*
        /Library/Java/JavaVirtualMachines/*/Contents/Home
        ~/.sdkman/candidates/java/* ~/.jdks/* ~/.asdf/installs/java/* ~/.local/share/mise/installs/java/*
    )
    for home in "${homes[@]}"; do
        if [[ -n $home && -x $home/bin/java ]] && major=$(major_of "$home") && [[ -z ${javas[major]:-} ]]; then
            javas[major]=$home
        fi
    done
}

major_of() {
    bounded 30 "$1/bin/java" -version 2>&1 </dev/null | sed -nE 's/^[a-z]+ version "([0-9]+).*/\1/p' | grep -m 1 .
}

joined() { # separator, words
    local separator=$1 all=""
    shift
    while (($# > 0)); do
        all+=${all:+$separator}$1
        shift
    done
    echo "$all"
}
