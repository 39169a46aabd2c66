package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.serve.http.ByteRange;
import chancery.serve.http.Codings;
import chancery.serve.http.Validators;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whatever a client writes into the headers by which it says what it wants: what is chosen is one
/// of the offered, what it refuses is not chosen, and parts of a file lie within it.
public final class AcceptFuzz {
    private static final long SIZE_BYTES = 1000;

    private AcceptFuzz() {}

    /// @param input a header, as bytes of Latin-1
    public static void fuzzerTestOneInput(byte[] input) {
        String header = new String(input, StandardCharsets.ISO_8859_1);
        for (List<Offer> offers : List.of(Offer.DESCRIPTIONS, Offer.GRAPHS, Offer.TRUTHS)) {
            Negotiation negotiation = new Negotiation(header);
            Optional<Offer> chosen = negotiation.choose(offers);
            assertTrue(chosen.isEmpty() || offers.contains(chosen.get()));
            for (Offer offer : offers) {
                negotiation.wantsTripleTerms(offer);
                // more offers never leave one with nothing
                assertTrue(
                        chosen.isPresent() || negotiation.choose(List.of(offer)).isEmpty(),
                        offer::type);
            }
            Offer.named(header, offers)
                    .ifPresent(named -> assertTrue(offers.contains(named), named::type));
        }
        String coding = Codings.choose(header, Codings.MADE_HERE);
        assertTrue(coding.isEmpty() || Codings.MADE_HERE.contains(coding), coding);
        Codings.refusePlain(header);
        assertTrue(Reconcile.language(header).matches("[a-z]{0,3}"));
        new Validators("\"a\"", Instant.EPOCH).isKnown(header, header);
        new Validators("\"a\"", Instant.EPOCH).isSame(header);
        switch (ByteRange.of(header, SIZE_BYTES)) {
            case ByteRange.Part part -> assertWithin(part);
            case ByteRange.Parts parts -> {
                assertFalse(parts.parts().size() < 2);
                long sum = parts.parts().stream().mapToLong(ByteRange.Part::sizeBytes).sum();
                assertTrue(sum <= SIZE_BYTES, () -> sum + " bytes of " + SIZE_BYTES);
                parts.parts().forEach(AcceptFuzz::assertWithin);
            }
            case ByteRange.Whole whole -> {}
            case ByteRange.Nowhere nowhere -> {}
        }
    }

    private static void assertWithin(ByteRange.Part part) {
        assertTrue(0 <= part.from() && part.from() < part.to() && part.to() <= SIZE_BYTES);
    }
}
