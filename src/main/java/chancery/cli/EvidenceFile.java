package chancery.cli;

import chancery.evidence.EvidenceReport;
import chancery.evidence.Tally;
import chancery.release.ReleaseBuild;
import chancery.release.ReleaseFiles;
import chancery.vocab.Base;
import java.io.IOException;
import java.util.Map;

/// `evidence.ttl` in the folder of a release: what a build with the texts verified.
///
/// The release is the same with and without the texts, so the file may come later than the release,
/// and a build without them leaves alone what is there: it holds of every release of that id.
final class EvidenceFile {
    private EvidenceFile() {}

    static void write(ReleaseBuild.Made made, Base base, Map<String, Tally> tallies)
            throws IOException {
        ReleaseFiles.writeEvidence(made.folder(), EvidenceReport.turtle(base, made.id(), tallies));
    }
}
