package chancery.cli;

import chancery.check.Findings;
import chancery.evidence.Claim;
import chancery.evidence.Coverage;
import chancery.evidence.Tally;
import chancery.evidence.ValueNodes;
import chancery.table.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// What the tables of a folder say, read and checked.
///
/// @param tables how many tables
/// @param rows how many rows
/// @param register triples of the registers, statements, works, passages → the row that first
///     states it
/// @param claims in the order of the tables
/// @param values the times and quantities that occur
/// @param speakers id of a statement → who speaks
/// @param origins thing → the row that first names it
/// @param findings all, of tables and evidence
/// @param tallies source → what was verified of it
/// @param coverage per source with a text, worked out when it is asked for
/// @param newest the newest date in changes.csv
/// @param ruleList what the release says of the rules
/// @param packs what the files of packs say beside it
/// @param curation the rules, and what a curator saw or decided
record Seeds(
        int tables,
        long rows,
        Map<Triple, Position> register,
        List<Claim> claims,
        ValueNodes values,
        Map<String, List<Node>> speakers,
        Map<Node, Position> origins,
        Findings findings,
        Map<String, Tally> tallies,
        Supplier<List<Coverage.Report>> coverage,
        LocalDate newest,
        List<Triple> ruleList,
        PackReader.Read packs,
        CurationReader curation) {}
