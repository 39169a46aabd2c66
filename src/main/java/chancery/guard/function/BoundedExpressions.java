package chancery.guard.function;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.E_TripleFn;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.library.FN_StrConcat;

/// Replaces in all expressions of a query what grows or may not end.
public final class BoundedExpressions {
    private static final String FN = "http://www.w3.org/2005/xpath-functions#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";
    private static final String SPARQL = "http://www.w3.org/ns/sparql#";

    private BoundedExpressions() {}

    /// @param query not yet optimised: Jena works constants out while it optimises
    public static Op in(Op query) {
        return Transformer.transform(new TransformCopy(), new Replacing(), query);
    }

    /// A part of a query as it is told to others: with no functions of ours.
    public static Op asWritten(Op bounded) {
        return Transformer.transform(new TransformCopy(), new Unwrapping(), bounded);
    }

    private static final class Unwrapping extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            return function instanceof Bounded ? argument : super.transform(function, argument);
        }
    }

    private static final class Replacing extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            Expr copy = super.transform(function, argument);
            boolean grows =
                    function instanceof E_StrEncodeForURI
                            || function instanceof E_StrUpperCase
                            || function instanceof E_StrLowerCase;
            return grows ? new Bounded(copy) : copy;
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            Expr copy = super.transform(function, left, right);
            boolean grows =
                    function instanceof E_Multiply
                            || function instanceof E_Add
                            || function instanceof E_Subtract
                            || function instanceof E_Divide;
            return grows ? new Bounded(copy) : copy;
        }

        @Override
        public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
            Expr copy = super.transform(function, first, second, third);
            return function instanceof E_TripleFn ? new Bounded(copy) : copy;
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            return switch (function) {
                case E_StrConcat concat -> new BoundedConcat(arguments, XSDFuncOp::strConcat);
                case E_Regex regex -> new BoundedRegex(arguments);
                case E_StrReplace replace -> new BoundedReplace(arguments);
                case E_Function called -> ofXPath(called, arguments);
                default -> super.transform(function, arguments);
            };
        }

        private Expr ofXPath(E_Function called, ExprList arguments) {
            return switch (called.getFunctionIRI()) {
                case SPARQL + "concat" -> new BoundedConcat(arguments, XSDFuncOp::strConcat);
                case FN + "concat" -> new BoundedConcat(arguments, new FN_StrConcat()::exec);
                case MATH + "pow" -> new BoundedPower(arguments);
                case FN + "matches", SPARQL + "regex" -> new BoundedRegex(arguments);
                case FN + "replace", SPARQL + "replace" -> new BoundedReplace(arguments);
                case SPARQL + "triple" ->
                        arguments.size() == 3
                                ? new Bounded(
                                        new E_TripleFn(
                                                arguments.get(0),
                                                arguments.get(1),
                                                arguments.get(2)))
                                : super.transform(called, arguments);
                default -> new Bounded(super.transform(called, arguments));
            };
        }
    }
}
