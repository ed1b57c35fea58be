package vn.ganbo.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.Introductions.Placement;
import vn.ganbo.liaison.Introductions.Signer;
import vn.ganbo.organisation.Units;

/**
 * A world whose people stand on a register and sit at screens: offices at desks, others on phones.
 */
public final class Neighbourhood implements AutoCloseable {
    public final World world = new World();
    private final ApplicationContext program;
    private final Chromium chromium;
    private final int port;
    private final Holders holders;
    private final List<Walker> walkers = new ArrayList<>();

    public Neighbourhood(ApplicationContext program, Chromium chromium, int port) {
        this.program = program;
        this.chromium = chromium;
        this.port = port;
        this.holders = new Holders(program);
    }

    /** A signed letter of somebody, on its way to the ward. */
    public UUID sent(UUID member, String signer) {
        Introductions introductions = program.getBean(Introductions.class);
        Viewer work = world.workplaceOffice();
        return work.call(() -> {
            UUID letter = introductions.issue(work, List.of(member)).letters().getFirst();
            introductions.sign(work, List.of(letter), new Signer(signer, "Bí thư"));
            introductions.send(work, List.of(letter));
            return letter;
        });
    }

    /** Somebody who stands on the register of the first cell. */
    public UUID placed(String name) {
        UUID member = world.member(name);
        UUID letter = sent(member, "Lò Văn Ký");
        Viewer ward = world.wardOffice();
        UUID cell = program.getBean(Units.class).require(ward.scope(), world.cell1).id();
        ward.scope()
                .run(() ->
                        program.getBean(Introductions.class)
                                .acknowledge(ward, letter, 3, new Placement(cell, null, null)));
        return member;
    }

    /** The office of the workplace, at a desk. */
    public Walker office(String name) {
        return signedIn(
                Walker.atDesk(chromium, port), name, Role.WORKPLACE_OFFICE, world.workplace, null);
    }

    /** The office of the ward, at a desk. */
    public Walker ward(String name) {
        return signedIn(
                Walker.atDesk(chromium, port), name, Role.RESIDENCE_OFFICE, world.ward, null);
    }

    /** The secretary of the first cell, on a phone. */
    public Walker cell(String name) {
        return signedIn(
                Walker.onPhone(chromium, port),
                name,
                Role.RESIDENCE_CELL_SECRETARY,
                world.cell1,
                null);
    }

    /** The secretary of the cell at work, on a phone. */
    public Walker workCell(String name) {
        return signedIn(
                Walker.onPhone(chromium, port),
                name,
                Role.WORKPLACE_CELL_SECRETARY,
                world.workCell,
                null);
    }

    /** A member, on a phone. */
    public Walker member(String name, UUID member) {
        return signedIn(Walker.onPhone(chromium, port), name, Role.MEMBER, world.workCell, member);
    }

    private Walker signedIn(
            Walker walker, String name, Role role, int unit, @Nullable UUID member) {
        walkers.add(walker);
        walker.go("/sign-in")
                .type("username", holders.holder(name, role, unit, member).userName())
                .type("password", Holders.PASSWORD)
                .press("Đăng nhập");
        return walker;
    }

    @Override
    public void close() {
        walkers.forEach(Walker::close);
    }
}
