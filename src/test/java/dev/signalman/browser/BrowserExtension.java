package dev.signalman.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Chromium for each lane of tests. Where it is missing, or the page was not built, they are skipped and a line says so; with
 * {@code -Dbrowser.required=true}, or {@code BROWSER_REQUIRED=true} in the environment, that is a failure.
 */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserExtension.class);
    private static final Namespace OURS = Namespace.create(BrowserExtension.class);
    private static final String PAGE = "/dev/signalman/playground/page/index.html";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("There is a browser, and a page");
        }
        if (required()) {
            throw new ExtensionConfigurationException("Browser tests are required: " + missing);
        }
        LOG.warn("{} is skipped: {}", context.getDisplayName(), missing);
        return ConditionEvaluationResult.disabled(missing);
    }

    private static String missing() {
        if (!Chromium.isThere()) {
            return "there is no Chromium at " + Chromium.path() + " (-Dbrowser.path=… names another)";
        }
        if (BrowserExtension.class.getResource(PAGE) == null) {
            return "the playground's page was not built, since npm was missing or -Dpage.skip was given";
        }
        return "";
    }

    private static boolean required() {
        var variable = System.getenv().getOrDefault("BROWSER_REQUIRED", "false");
        return Boolean.parseBoolean(
                System.getProperty("browser.required", variable).toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class
                || parameter.getParameter().getType() == Demo.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demo.class ? demo(context) : visitors(context);
    }

    private static Visitors visitors(ExtensionContext context) {
        return context.getStore(OURS)
                .getOrComputeIfAbsent(
                        Visitors.class,
                        type -> new Visitors(chromium(context).browser(), context.getDisplayName()),
                        Visitors.class);
    }

    private static Chromium chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(
                        InChromium.Lane.of(context.getRequiredTestClass()), lane -> Chromium.start(), Chromium.class);
    }

    /** One demo per class, shared by its tests. */
    private static Demo demo(ExtensionContext context) {
        return context.getParent()
                .orElseThrow()
                .getStore(OURS)
                .getOrComputeIfAbsent(Demo.class, type -> started(), Demo.class);
    }

    private static Demo started() {
        try {
            return Demo.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var visitors = context.getStore(OURS).get(Visitors.class, Visitors.class);
        if (visitors == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            visitors.photograph();
        } else {
            visitors.mindComplaints();
        }
    }
}
