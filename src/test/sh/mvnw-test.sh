#!/bin/sh
# What ./mvnw promises, with stand-ins for the JDK, for Maven and for whatever fetches it. Takes a second, needs no network.

# shellcheck disable=SC2016 # What a stand-in expands, it expands when it runs.

set -eu

project=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
box=$(mktemp -d)/'a box' # Spaces, so that every test is one of paths with spaces.
trap 'rm -rf "${box%/*}"' EXIT

script() {
    mkdir -p "${1%/*}"
    printf '#!/bin/sh\n%s\n' "$2" >"$1"
    chmod +x "$1"
}

# A JDK of version $2, whose jar unpacks the tar that stands in for Maven's zip.
jdk() {
    script "$1/bin/javac" 'exit 0'
    script "$1/bin/jar" 'tar xf "$2"'
    echo "JAVA_VERSION=\"$2\"" >"$1/release"
}

a_project() {
    rm -rf "$box"
    mkdir -p "$box/project/.mvn/wrapper" "$box/elsewhere"
    cp "$project/mvnw" "$box/project"
    jdk "$box/jdk-17" 17.0.15
    jdk "$box/jdk-25" 25.0.3
    script "$box/apache-maven-9/bin/mvn" 'echo "$JAVA_HOME $#" "$@"'
    tar cf "$box/maven.zip" -C "$box" apache-maven-9
    cat >"$box/project/.mvn/wrapper/maven-wrapper.properties" <<-END
	mavenVersion=9
	mavenSha512=$(sha512sum <"$box/maven.zip" | cut -d ' ' -f 1)
	distributionUrl=https://archive.invalid/maven.zip
	END
    script "$box/bin/java" "echo '    java.home = $box/jdk-25'"
    script "$box/bin/mvn" "cp '$box/maven.zip' apache-maven-9-bin.zip"
    script "$box/bin/curl" "exit 22"
    export JAVA_HOME="$box/jdk-25" MAVEN_USER_HOME="$box/m2"
}

mvnw() {
    (cd "$box/elsewhere" && PATH="$box/bin:$PATH" ../project/mvnw "$@") 2>"$box/err"
}

expect() {
    [ "$2" = "$3" ] || { printf 'mvnw-test: %s\n  expected: %s\n  but was:  %s\n' "$1" "$2" "$3" >&2; exit 1; }
}

a_project
expect "arguments arrive as they were given" "$box/jdk-25 2 -f a b" "$(mvnw -f 'a b')"
rm "$box/bin/mvn"
expect "the second run takes Maven from its cache" "$box/jdk-25 1 -v" "$(mvnw -v)"

a_project
export JAVA_HOME="$box/jdk-17"
expect "a JAVA_HOME that is too old is passed over" "$box/jdk-25 0" "$(mvnw)"

a_project
sed "s/^oldest_jdk=.*/oldest_jdk=999/" "$project/mvnw" >"$box/project/mvnw"
expect "without a JDK it fails" 1 "$(mvnw >/dev/null && echo 0 || echo $?)"
expect "and says so in one line" 1 "$(grep -c 'no JDK 999' "$box/err")"

a_project
script "$box/bin/mvn" 'exit 1'
script "$box/bin/curl" "cp '$box/maven.zip' apache-maven-9-bin.zip"
expect "where mvn cannot fetch it, a download does" "$box/jdk-25 0" "$(mvnw)"

a_project
echo spoilt >>"$box/maven.zip"
expect "a spoilt zip is refused" 1 "$(mvnw >/dev/null && echo 0 || echo $?)"
expect "with the reason" 1 "$(grep -c 'refused apache-maven-9-bin.zip from the installed mvn' "$box/err")"
expect "and nothing of it is kept" '' "$(ls -A "$box/m2/wrapper/dists/ringback")"

a_project
for _ in 1 2 3 4; do mvnw >>"$box/out" & done
wait
expect "first runs at the same time all succeed" 4 "$(grep -c "^$box/jdk-25 0" "$box/out")"
expect "and leave one Maven" '9' "$(ls -A "$box/m2/wrapper/dists/ringback")"
expect "with nothing beside it" 'apache-maven-9' "$(ls -A "$box/m2/wrapper/dists/ringback/9")"
