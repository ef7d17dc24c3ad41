package dev.signalman.docs;

import com.sun.source.tree.ExpressionTree;
import java.util.Map;

/**
 * What the names in an expression stand for.
 *
 * @param unit the simple name of the outermost class that it stands in
 * @param bound parameters and local variables whose value is known
 */
record ExpressionScope(String unit, Map<String, Bound> bound) {
    /**
     * An expression, and where its own names are to be looked up.
     *
     * @param local whether it is the value of a local variable, whose name tells more than an expression that says nothing
     */
    record Bound(ExpressionTree expression, ExpressionScope scope, boolean local) {}
}
