package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.derive.CodeLists;
import chancery.describe.BadDescription;
import chancery.pack.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table of a pack in which the others look something up, and tables whose columns are found by
/// their place.
class PackListsTest {
    @TempDir private Path folder;

    private Pack pack(String lists) throws IOException, BadDescription {
        Path pack = Files.createDirectories(folder.resolve("packs/calls"));
        Files.writeString(
                pack.resolve("csvw-metadata.json"),
                """
                {"@context": "http://www.w3.org/ns/csvw", "dc:title": "Calls",
                 "https://w3id.org/chancery/ontology#source": "calls",
                 "tables": [{"url": "calls.csv", "tableSchema": {
                   "https://w3id.org/chancery/ontology#listsCodes": LISTS,
                   "columns": [{"name": "rcid"}, {"name": "day", "datatype":
                     {"base": "date", "format": "d.M.yyyy"}}]}}]}
                """
                        .replace("LISTS", lists));
        return Pack.all(folder.resolve("packs")).getFirst();
    }

    private Path calls() throws IOException {
        return Files.writeString(folder.resolve("calls.csv"), "rcid,day\n3,1.2.1946\n4,soon\n,\n");
    }

    @Test
    void givesTheTextThatStandsBesideTheCode() throws Exception {
        CodeLists codes = new CodeLists();
        PackLists.read(
                pack("[\"call\", \"rcid\", \"day\"]").described("calls.csv", calls()), codes);
        assertEquals(new CodeLists.Answer.Thing("1946-02-01"), codes.find("call", "3", ""));
        assertEquals(new CodeLists.Answer.Thing(""), codes.find("call", "4", ""));
        assertTrue(codes.find("call", "5", "") instanceof CodeLists.Answer.Unknown);
        assertTrue(codes.find("call", "", "") instanceof CodeLists.Answer.Unknown);
    }

    @Test
    void refusesColumnsThatAreNotThere() throws Exception {
        var table = pack("[\"call\", \"rcid\", \"date\"]").described("calls.csv", calls());
        BadDescription refused =
                assertThrows(BadDescription.class, () -> PackLists.read(table, new CodeLists()));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("a scheme, the column of a code"),
                refused.getMessage());
    }

    /// GDELT 1.0 has 58 columns, and no header that could tell.
    @Test
    void refusesAFileWithAnotherNumberOfColumnsAndChangesNothing() throws Exception {
        Path file = folder.resolve("20180101.export.CSV");
        Files.writeString(file, String.join("\t", Collections.nCopies(58, "1")) + "\n");
        Path packs = folder.resolve("added");
        Result result =
                Result.of(
                        "pack",
                        "add",
                        "gdelt",
                        file.toString(),
                        "--packs",
                        packs.toString(),
                        "--releases",
                        folder.resolve("releases").toString());
        assertTrue(result.err().contains("found 58 fields, expected 61"), result.err());
        assertTrue(Files.notExists(folder.resolve("releases/current")));
        Path list = packs.resolve("gdelt/files.tsv");
        assertTrue(Files.notExists(list) || Files.readString(list).isEmpty());
    }
}
