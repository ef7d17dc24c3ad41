package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Somebody who has never seen the page is led to a promotion. */
@InChromium(InChromium.Lane.SECOND)
final class FirstVisitIT {
    @Test
    void fiveStepsLeadToProduction(Visitors visitors, Demo demo) {
        var visitor = visitors.atADesk(demo.address());
        follows(visitor, "/semaphore help");
        visitor.sees("/semaphore status web");
        follows(visitor, "/semaphore status web");
        var card = visitor.sees("web passed on main");
        visitor.presses(card, "Rerun");
        visitor.sees("Rerun by Alice");
        assertThat(step(visitor, "Press a button")).containsText("(done)");
        visitor.as("Bob");
        follows(visitor, "/semaphore promote production web");
        visitor.sees("production: deploying by Bob");
        assertThat(step(visitor, "Promote to production")).containsText("(done)");
        assertThat(guide(visitor)).containsText("Done");
        visitor.page().reload();
        assertThat(step(visitor, "Promote to production")).containsText("(done)");
    }

    @Test
    void aPhoneShowsOnePartAtATimeAndPromotesAsWell(Visitors visitors, Demo demo) {
        var visitor = visitors.onAPhone(demo.address());
        tab(visitor, "Channels").click();
        assertThat(visitor.box()).isHidden();
        assertThat(guide(visitor)).isVisible();
        visitor.goesTo("web-team").says("/semaphore promote staging api");
        visitor.sees("staging: deploying by Alice");
        tab(visitor, "CI").click();
        assertThat(visitor.project("api")).containsText("to staging");
        assertThat(visitor.box()).isHidden();
        for (var part : new String[] {"Channels", "Messages", "CI"}) {
            tab(visitor, part).click();
            var overhang = visitor.page()
                    .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            org.assertj.core.api.Assertions.assertThat(overhang).as(part).isEqualTo(0);
        }
    }

    private static void follows(Visitor visitor, String line) {
        guide(visitor)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(line))
                .click();
        assertThat(visitor.box()).hasValue(line);
        visitor.page().keyboard().press("Enter");
    }

    private static Locator guide(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("First steps"));
    }

    private static Locator step(Visitor visitor, String title) {
        return guide(visitor).getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(title));
    }

    private static Locator tab(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Parts of the page"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
