package chancery.guard.function;

import chancery.guard.run.LimitExceeded;
import java.math.BigInteger;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;

/// How large a value may become.
final class TooLarge {
    /// Characters of one text: more than any label or literal that one would want to read.
    static final int MOST_CHARACTERS = 1 << 20;

    /// Digits of one number; Jena divides to 24.
    static final int MOST_DIGITS = 10_000;

    /// Statements in statements; each may be in the next one twice.
    static final int MOST_NESTED = 12;

    private static final double BITS_PER_DIGIT = 3.32;

    private TooLarge() {}

    /// @throws LimitExceeded if the value is larger than any may be
    static NodeValue check(NodeValue value) {
        if (value.isInteger()) {
            checkDigits((long) (value.getInteger().bitLength() / BITS_PER_DIGIT));
        } else if (value.isDecimal()) {
            checkDigits(
                    Math.max(
                            value.getDecimal().precision(),
                            Math.abs((long) value.getDecimal().scale())));
        } else {
            checkText(lengthOf(value));
        }
        return value;
    }

    /// @throws LimitExceeded if the power would be larger than any number may be
    static void checkPower(BigInteger base, BigInteger exponent) {
        if (base.abs().compareTo(BigInteger.ONE) > 0) {
            BigInteger bits = exponent.multiply(BigInteger.valueOf(base.bitLength()));
            checkDigits(
                    bits.bitLength() < Long.SIZE - 1
                            ? (long) (bits.longValue() / BITS_PER_DIGIT)
                            : Long.MAX_VALUE);
        }
    }

    static long lengthOf(NodeValue value) {
        return lengthOf(value.asNode(), MOST_NESTED);
    }

    /// A statement about statements counts as a text as long as all of them: two of the same may be
    /// inside one, and so on.
    private static long lengthOf(Node node, int depth) {
        if (node.isTripleTerm()) {
            if (depth == 0) {
                throw LimitExceeded.ofQuery(
                        "query: found statements nested more than %d deep, expected at most that"
                                .formatted(MOST_NESTED));
            }
            Triple triple = node.getTriple();
            return lengthOf(triple.getSubject(), depth - 1)
                    + lengthOf(triple.getPredicate(), depth - 1)
                    + lengthOf(triple.getObject(), depth - 1);
        }
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm().length();
        }
        return node.isURI() ? node.getURI().length() : 0;
    }

    static void checkText(long characters) {
        if (characters > MOST_CHARACTERS) {
            throw LimitExceeded.ofQuery(
                    String.format(
                            Locale.ROOT,
                            "query: found a text of %d characters, expected at most %d",
                            characters,
                            MOST_CHARACTERS));
        }
    }

    private static void checkDigits(long digits) {
        if (digits > MOST_DIGITS) {
            throw LimitExceeded.ofQuery(
                    String.format(
                            Locale.ROOT,
                            "query: found a number of %d digits, expected at most %d",
                            digits,
                            MOST_DIGITS));
        }
    }
}
