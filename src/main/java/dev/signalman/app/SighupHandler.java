package dev.signalman.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles SIGHUP, which asks a process to reload its configuration. The JDK offers signals only as
 * {@code sun.misc.Signal} and warns on each compilation against it, so the class is looked up by name. Not every
 * platform has it.
 */
final class SighupHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SighupHandler.class);

    private SighupHandler() {}

    /** Runs {@code then} for each signal, in its own thread; without a handler the signal would end the process. */
    static void calls(Runnable then) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler heard = (self, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                    return method.invoke(then, arguments);
                }
                then.run();
                return null;
            };
            var before = signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("HUP"),
                            Proxy.newProxyInstance(
                                    SighupHandler.class.getClassLoader(), new Class<?>[] {handler}, heard));
            if (handler.getField("SIG_IGN").get(null).equals(before)) {
                LOG.info("SIGHUP is ignored, because the process was started that way (nohup does that). Restart to "
                        + "change the configuration");
            }
        } catch (ReflectiveOperationException absent) {
            LOG.info(
                    "SIGHUP isn't available here ({}). Restart to change the configuration",
                    Objects.requireNonNullElse(absent.getCause(), absent).getMessage());
        }
    }
}
