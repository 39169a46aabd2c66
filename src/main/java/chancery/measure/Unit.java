package chancery.measure;

import java.math.BigDecimal;
import java.util.Optional;

/// The units that tables may use: QUDT's, and currencies by their ISO 4217 code.
public enum Unit {
    USD("USD", "CCY_USD", "USD"),
    AZN("AZN", "CCY_AZN", "AZN"),
    RUB("RUB", "CCY_RUB", "RUB"),
    PERCENT("percent", "PERCENT", "%"),
    KILOMETRE("km", "KiloM", "km"),
    MILE("mi", "MI", "mi"),
    NUMBER("number", "NUM", ""),
    YEAR("year", "YR", "years");

    private static final BigDecimal KILOMETRES_A_MILE = new BigDecimal("1.609344");

    private final String code;
    private final String qudt;
    private final String label;

    Unit(String code, String qudt, String label) {
        this.code = code;
        this.qudt = qudt;
        this.label = label;
    }

    /// As tables write it.
    public String code() {
        return code;
    }

    public String iri() {
        return "http://qudt.org/vocab/unit/" + qudt;
    }

    /// As people write it after a number; `""` for a count.
    public String label() {
        return label;
    }

    static Optional<Unit> of(String code) {
        for (Unit unit : values()) {
            if (unit.code.equals(code)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /// The unit in which quantities of this kind are compared.
    Unit base() {
        return this == MILE ? KILOMETRE : this;
    }

    BigDecimal toBase(BigDecimal value) {
        return this == MILE ? value.multiply(KILOMETRES_A_MILE) : value;
    }
}
