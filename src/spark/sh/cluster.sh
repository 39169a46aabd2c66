# A Spark of this machine, on loopback only; to be read in by a script in the project's folder that
# has a folder $work and a list $pids, and ends what is in it.

is_old() { # is_old JAR SOURCE… : not there, or older than something it is made of
    [ ! -f "$1" ] || [ -n "$(find "${@:2}" -newer "$1" -print -quit)" ]
}
if is_old target/chancery-0.1.0.jar src/main pom.xml || is_old target/spark/chancery-spark-0.1.0.jar src/spark/src src/spark/pom.xml; then
    mvn -B -ntp -q -P spark package -DskipTests -Dspotless.check.skip=true
fi
java=$(ls -d /usr/lib/jvm/*2[1-9]*/bin/java | sort -V | tail -1)
opens=()
for package in java.lang java.lang.invoke java.io java.net java.nio java.util java.util.concurrent sun.nio.ch; do
    opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
export SPARK_LOCAL_IP=127.0.0.1 SPARK_HOME=$PWD/target/spark/home JAVA_HOME=${java%/bin/java} SPARK_SCALA_VERSION=2.13
export SPARK_LOCAL_DIRS=$work/scratch
ours="$PWD/target/spark/chancery-spark-0.1.0.jar:$PWD/target/chancery-0.1.0.jar:$PWD/target/lib/*"
spark="$SPARK_HOME/jars/*"

chancery() {
    "$java" -cp "target/chancery-0.1.0.jar:target/lib/*" chancery.cli.Main "$@"
}

spark_map() { # spark_map [-Dspark.…]… -- ARG… : maps inside Spark
    local settings=()
    while [ "$1" != -- ]; do
        settings+=("$1")
        shift
    done
    shift
    "$java" "${opens[@]}" -Xmx1g -cp "$ours:$spark" -Dspark.executor.extraClassPath="$ours" \
        -Dspark.executor.memory=1g -Dspark.ui.enabled=false -Dspark.shuffle.service.enabled=false -Dspark.driver.host=127.0.0.1 \
        -Dspark.executor.extraJavaOptions="${opens[*]}" ${settings[@]+"${settings[@]}"} chancery.spark.SparkMap "$@"
}

two_workers() { # a standalone master and two workers of one core each; sets $master
    "$java" "${opens[@]}" -cp "$spark" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0 \
        >"$work/master.log" 2>&1 &
    pids+=($!)
    master=
    for _ in $(seq 300); do
        master=$(grep -ao 'spark://127.0.0.1:[0-9]*' "$work/master.log" | head -1) && break
        sleep 0.2
    done
    [ -n "$master" ] || { echo "found no master" >&2; return 1; }
    local worker
    for worker in 1 2; do
        "$java" "${opens[@]}" -cp "$spark" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --port 0 --webui-port 0 \
            --cores 1 --memory 1g --work-dir "$work/worker$worker" "$master" >"$work/worker$worker.log" 2>&1 &
        pids+=($!)
    done
    for worker in 1 2; do
        for _ in $(seq 300); do
            grep -aq "Successfully registered with master" "$work/worker$worker.log" && continue 2
            sleep 0.2
        done
        echo "found no worker $worker, expected two" >&2
        return 1
    done
}
