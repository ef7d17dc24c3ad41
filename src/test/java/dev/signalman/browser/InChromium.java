package dev.signalman.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Tests of the page; they are given {@link Visitors}. Those of one lane share a Chromium, one after the other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@ResourceLock(providers = InChromium.OneAtATime.class)
@Order(Integer.MAX_VALUE)
@interface InChromium {
    /** Which of them; as much is played in each. */
    Lane value();

    /** Two go side by side. */
    enum Lane {
        FIRST,
        SECOND;

        static Lane of(Class<?> test) {
            return test.getAnnotation(InChromium.class).value();
        }
    }

    /** A lock for each lane. */
    final class OneAtATime implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> test) {
            return Set.of(new Lock("Chromium " + Lane.of(test)));
        }
    }
}
