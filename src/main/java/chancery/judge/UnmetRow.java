package chancery.judge;

import java.util.List;

/// A curator's row that met no disagreement.
///
/// @param unknownClaims the ids in it of claims that nobody makes, sorted; empty when all are made
public record UnmetRow(CuratorsRow row, List<String> unknownClaims) {
    public UnmetRow {
        unknownClaims = List.copyOf(unknownClaims);
    }
}
