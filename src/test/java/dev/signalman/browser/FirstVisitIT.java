package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Somebody who has never seen the page is led to a promotion. */
@InChromium(InChromium.Lane.SECOND)
final class FirstVisitIT {
    @Test
    void stepsLeadThroughAnApprovalOfTwoAndAFailureByButtonsAlone(Visitors visitors, Demo demo) {
        var visitor = visitors.atADesk(demo.address());
        plays(visitor, guide(visitor));
        assertThat(guide(visitor)).containsText("Done.");
        visitor.page().reload();
        assertThat(step(visitor, "Approve as Carol")).containsText("(done)");
    }

    /** Another demo, so another world. */
    @Test
    void aFreshWorldBeginsAnewAndAPhoneShowsTheNextStepAboveTheMessages(Visitors visitors) throws IOException {
        try (var fresh = Demo.start()) {
            var visitor = visitors.onAPhone(fresh.address());
            var strip = visitor.page()
                    .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("See how api stands"));
            assertThat(strip).isVisible();
            visitor.page()
                    .evaluate("localStorage.setItem('signalman.progress',"
                            + " JSON.stringify({world: 'an earlier one', steps: ['status', 'staging']}))");
            visitor.page().reload();
            assertThat(strip).isVisible();
            plays(visitor, visitor.page().locator(".guide-strip"));
            assertThat(visitor.page().locator(".guide-strip")).hasCount(0);
        }
    }

    private static void plays(Visitor visitor, Locator guide) {
        button(guide, "Send /semaphore status api").click();
        visitor.sees("api passed on main");
        button(guide, "Send /semaphore promote staging api").click();
        var pass = button(guide, "Pass all");
        assertThat(pass).not().hasAttribute("aria-disabled", "true");
        pass.click();
        button(guide, "Send /semaphore promote production api").click();
        visitor.sees("0 of 2");
        button(guide, "Be Bob").click();
        approves(visitor, "0 of 2");
        visitor.sees("1 of 2");
        button(guide, "Be Carol").click();
        approves(visitor, "1 of 2");
        button(guide, "Send /semaphore run web").click();
        visitor.sees("Run by Alice");
        var fail = button(guide, "Fail the build");
        assertThat(fail).not().hasAttribute("aria-disabled", "true");
        fail.click();
        var failed = visitor.sees("web failed");
        visitor.presses(failed, "Logs");
        assertThat(guide).containsText("Rebuild it");
        visitor.presses(failed, "Rebuild failed");
    }

    private static void approves(Visitor visitor, String words) {
        visitor.presses(visitor.sees(words), "Approve");
        button(visitor.dialog(), "Approve").click();
        assertThat(visitor.dialog()).isHidden();
    }

    @Test
    void aPhoneShowsOnePartAtATimeAndPromotesAsWell(Visitors visitors, Demo demo) {
        var visitor = visitors.onAPhone(demo.address());
        tab(visitor, "Channels").click();
        assertThat(visitor.box()).isHidden();
        assertThat(guide(visitor)).isVisible();
        visitor.goesTo("web-team").says("/semaphore promote staging web");
        visitor.sees("staging: deploying by Alice");
        tab(visitor, "CI").click();
        assertThat(visitor.project("web")).containsText("to staging");
        assertThat(visitor.box()).isHidden();
        for (var part : new String[] {"Channels", "Messages", "CI"}) {
            tab(visitor, part).click();
            var overhang = visitor.page()
                    .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            org.assertj.core.api.Assertions.assertThat(overhang).as(part).isEqualTo(0);
        }
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
