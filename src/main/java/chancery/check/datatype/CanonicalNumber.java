package chancery.check.datatype;

import chancery.check.Value;
import chancery.describe.datatype.BaseType;
import java.math.BigDecimal;

/// Numbers in canonical form (XML Schema part 2, sections 3.3.3 to 3.3.5).
public final class CanonicalNumber {
    private CanonicalNumber() {}

    /// @return such as `7.0` for a decimal, `7` for an integer, `7.0E0` for a double
    public static String of(Value.Number number) {
        return of(number.value(), number.datatype());
    }

    /// @param datatype IRI of a built-in one
    static String of(BigDecimal number, String datatype) {
        BigDecimal value = number.stripTrailingZeros();
        if (datatype.equals(BaseType.DOUBLE.iri()) || datatype.equals(BaseType.FLOAT.iri())) {
            return real(value);
        }
        String plain = value.toPlainString();
        boolean decimal = datatype.equals(BaseType.DECIMAL.iri());
        return decimal && plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static String real(BigDecimal value) {
        if (value.signum() == 0) {
            return "0.0E0";
        }
        int exponent = value.precision() - value.scale() - 1;
        String mantissa = value.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + (mantissa.indexOf('.') < 0 ? ".0" : "") + "E" + exponent;
    }
}
