/// The mapper inside Apache Spark.
///
/// In: tables and their metadata, wherever Hadoop's file systems reach. Out: a folder of
/// N-Triples or N-Quads. Compiled by the profile `spark` only; nothing of it is in the normal build.
/// Start reading at `SparkMap`.
package chancery.spark;
