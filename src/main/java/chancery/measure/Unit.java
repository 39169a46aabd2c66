package chancery.measure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The units that tables may use: QUDT's, and currencies by their ISO 4217 code.
///
/// Currencies are not converted, for their rates change.
public enum Unit {
    USD("USD", "CCY_USD", "USD"),
    EUR("EUR", "CCY_EUR", "EUR"),
    AZN("AZN", "CCY_AZN", "AZN"),
    RUB("RUB", "CCY_RUB", "RUB"),
    PERCENT("percent", "PERCENT", "%"),
    METRE("m", "M", "m"),
    KILOMETRE("km", "KiloM", "km"),
    MILE("mi", "MI", "mi"),
    HECTARE("ha", "HA", "ha"),
    SQUARE_KILOMETRE("km2", "KiloM2", "km²"),
    SQUARE_MILE("mi2", "MI2", "mi²"),
    TONNE("t", "TONNE", "t"),
    NUMBER("number", "NUM", ""),
    MONTH("month", "MO", "months"),
    YEAR("year", "YR", "years");

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

    /// @return as people write it after the number 1
    String singular() {
        return this == YEAR || this == MONTH ? code : label;
    }

    static Optional<Unit> of(String code) {
        return Arrays.stream(values()).filter(unit -> unit.code.equals(code)).findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(Unit::code).collect(Collectors.joining(", "));
    }

    /// The unit in which quantities of this kind are compared.
    Unit base() {
        return switch (this) {
            case METRE, KILOMETRE, MILE -> METRE;
            case HECTARE, SQUARE_KILOMETRE, SQUARE_MILE -> HECTARE;
            case MONTH, YEAR -> MONTH;
            case USD, EUR, AZN, RUB, PERCENT, TONNE, NUMBER -> this;
        };
    }

    /// By what to multiply a number of this unit to have one of its [#base]; exact (the mile is
    /// the international one of 1959).
    BigDecimal factor() {
        return switch (this) {
            case KILOMETRE -> new BigDecimal("1000");
            case MILE -> new BigDecimal("1609.344");
            case SQUARE_KILOMETRE -> new BigDecimal("100");
            case SQUARE_MILE -> new BigDecimal("258.9988110336");
            case YEAR -> new BigDecimal("12");
            case USD, EUR, AZN, RUB, PERCENT, METRE, HECTARE, TONNE, NUMBER, MONTH ->
                    BigDecimal.ONE;
        };
    }
}
