package dev.signalman.dispatch;

/** When an interceptor has its turn; the order of these words is the order of the turns. */
public enum InterceptorOrder {
    /** Who may. */
    AUTHORISE,
    /** Where it may be answered. */
    PLACE
}
