package chancery.table.charset;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/// The encodings of the WHATWG Encoding Standard that the JDK does not have, for reading only.
public final class WebCharsets {
    private static final int ASCII = 128;
    private static final int BYTES = 256;
    private static final int USER_DEFINED = 0xF780;

    /// Baltic and Nordic: its characters from 0xA0 on.
    private static final String LATIN_6 =
            "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ"
                    + "°ąēģīĩķ·ļđšŧž―ūŋ"
                    + "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏ"
                    + "ÐŅŌÓÔÕÖŨØŲÚÛÜÝÞß"
                    + "āáâãäåæįčéęëėíîï"
                    + "ðņōóôõöũøųúûüýþĸ";

    /// Celtic: its characters from 0xA0 on.
    private static final String LATIN_8 =
            "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®Ÿ"
                    + "ḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡ"
                    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
                    + "ŴÑÒÓÔÕÖṪØÙÚÛÜÝŶß"
                    + "àáâãäåæçèéêëìíîï"
                    + "ŵñòóôõöṫøùúûüýŷÿ";

    private static final List<Charset> ALL =
            List.of(
                    new TableCharset("ISO-8859-10", withControls(LATIN_6)),
                    new TableCharset("ISO-8859-14", withControls(LATIN_8)),
                    new TableCharset("x-user-defined", userDefined()),
                    new TableCharset("replacement", nothing()));

    private WebCharsets() {}

    /// @param name of the encoding, as the standard spells it
    /// @return empty for those that the JDK has, and for what is no encoding
    public static Optional<Charset> named(String name) {
        return ALL.stream().filter(charset -> charset.name().equals(name)).findFirst();
    }

    private static String ascii() {
        StringBuilder table = new StringBuilder();
        for (int b = 0; b < ASCII; b++) {
            table.append((char) b);
        }
        return table.toString();
    }

    private static String withControls(String upper) {
        StringBuilder table = new StringBuilder(ascii());
        for (int b = ASCII; b < BYTES - upper.length(); b++) {
            table.append((char) b);
        }
        return table.append(upper).toString();
    }

    /// Section 14.5: the upper half is for private use.
    private static String userDefined() {
        StringBuilder table = new StringBuilder(ascii());
        for (int b = ASCII; b < BYTES; b++) {
            table.append((char) (USER_DEFINED + b - ASCII));
        }
        return table.toString();
    }

    /// Section 14.1: encodings by which texts were smuggled past filters; no byte is a character.
    private static String nothing() {
        return TableCharset.NONE.repeat(BYTES);
    }
}
