package dev.signalman.docs;

import com.sun.source.tree.ExpressionTree;
import java.util.Map;

/**
 * The meaning of names in an expression.
 *
 * @param unit simple name of the outermost class
 * @param bound parameters and local variables with known values
 */
record ExpressionScope(String unit, Map<String, Bound> bound) {
    /**
     * An expression, and the scope of its own names.
     *
     * @param local whether it is a local variable's value, whose name says more than a silent expression
     */
    record Bound(ExpressionTree expression, ExpressionScope scope, boolean local) {}
}
