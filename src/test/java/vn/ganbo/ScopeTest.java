package vn.ganbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.database.TestDatabase.Fresh;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/**
 * What one may not see does not exist. The catalogue is read, and then tried: one invented row
 * stands in every table, checks and keys of that database being taken away.
 */
class ScopeTest {
    private static final String WHY = Decision.because(1);

    /** The unit and the person that the invented rows are about. */
    private static final int UNIT = 500;

    private static final String PERSON = "00000000-0000-7000-8000-000000000500";
    private static final String STRANGER = "00000000-0000-7000-8000-000000000999";

    /** Tables that name a person and are looked after otherwise, with the reason. */
    private static final Map<String, String> EXEMPT =
            Map.of(
                    "desk.tally", "counts of an office, kept for it alone; no name",
                    "audit.seal", "a hash and its place in the chain; no person");

    /** Statements, or classes, that look at everybody on purpose. */
    private static final Map<String, String> OVER_ALL =
            Map.of(
                    "vn.ganbo.audit.Sealer", "its role sees facts and no person",
                    "vn.ganbo.access.AccountStore.BY_NAME", "there is no viewer before the sign-in",
                    "vn.ganbo.access.AccountStore.ANY", "whether the first administrator is there");

    /** Functions that answer about people outside the caller's scope, with what they give away. */
    private static final Map<String, String> LOOK_PAST_THE_SCOPE =
            Map.of(
                    "member.seats(uuid[])", "unit numbers of known ids, for the log of facts",
                    "member.cards_taken(text[])", "that a typed card number belongs to somebody",
                    "liaison.on_paper(integer,date)",
                            "whether a ward has an office in this program",
                    "document.verify(text)",
                            "number, date and committee of a paper that one holds in hand");

    /** Every table about a person: by a column's name, or hanging by a key on such a table. */
    private static final String PERSONAL =
            """
            with recursive personal as (
                select distinct c.oid
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relkind in ('r', 'p')
                   and n.nspowner = 'owner'::regrole
                   and n.nspname not in ('session', 'jobs')
                   and a.attname ~ '^(.*_)?(member|person|account)(_id)?$|full_name|^folded$|^initials$|^birth|phone|email|card_no|ethnicity|^who$|^voter|^about'
                   and not (n.nspname = 'organisation')
                union
                select k.conrelid
                  from pg_constraint k
                  join personal p on p.oid = k.confrelid
                 where k.contype = 'f'
            )
            select p.oid::regclass::text as name
              from personal p
             order by 1
            """;

    private static Fresh database = new Fresh("", "", "");
    private static List<String> personal = List.of();
    private static List<String> views = List.of();
    private static final Map<String, String> inserts = new TreeMap<>();

    @BeforeAll
    static void a_row_in_every_table() throws SQLException {
        database = TestDatabase.freshAndMigrated();
        try (Connection superuser = database.connect("postgres")) {
            personal = texts(superuser, PERSONAL);
            personal.removeAll(EXEMPT.keySet());
            views =
                    texts(
                                    superuser,
                                    """
                                    select distinct v.oid::regclass || ' ' || d.refobjid::regclass
                                      from pg_class v
                                      join pg_rewrite r on r.ev_class = v.oid
                                      join pg_depend d on d.objid = r.oid and d.classid = 'pg_rewrite'::regclass
                                     where v.relkind = 'v'
                                       and d.refclassid = 'pg_class'::regclass
                                    """)
                            .stream()
                            .map(pair -> pair.split(" "))
                            .filter(pair -> personal.contains(pair[1]))
                            .map(pair -> pair[0])
                            .toList();
            for (String drop :
                    texts(
                            superuser,
                            """
                            select format('alter table %s drop constraint %I cascade', k.conrelid::regclass, k.conname)
                              from pg_constraint k
                              join pg_class c on c.oid = k.conrelid
                              join pg_namespace n on n.oid = c.relnamespace
                             where n.nspowner = 'owner'::regrole
                               and k.contype in ('c', 'f', 'x')
                             order by k.contype = 'f' desc
                            """)) {
                run(superuser, drop);
            }
            for (String table : personal) {
                String insert = insert(superuser, table);
                inserts.put(table, insert);
                run(superuser, insert);
            }
        }
    }

    /** An insert of one row, each column filled by its type; unit numbers and ids all the same. */
    private static String insert(Connection superuser, String table) throws SQLException {
        return texts(
                        superuser,
                        """
                        select format('insert into %s (%s) values (%s)', '\
                        """
                                + table
                                + """
                                ', string_agg(quote_ident(a.attname), ', ' order by a.attnum),
                                       string_agg(case
                                           when t.typname in ('int4', 'int8', 'int2') then '\
                                """
                                + UNIT
                                + """
                                '
                                           when t.typname = 'uuid' then quote_literal('\
                                """
                                + PERSON
                                + """
                                ')
                                           when t.typname = 'bool' then 'true'
                                           when t.typname = 'bytea' then quote_literal('x')
                                           when t.typname = 'jsonb' then quote_literal('{}')
                                           when t.typname = 'date' then quote_literal('2026-11-23')
                                           when t.typname = 'time' then quote_literal('19:30')
                                   when t.typname in ('timestamptz', 'timestamp') then quote_literal('2026-11-23 08:00')
                                           when t.typname = 'daterange' then quote_literal('[2026-01-01,)')
                                           when t.typname = 'int4multirange' then quote_literal('{[500,500]}')
                                           when t.typname = 'xid8' then quote_literal('1')
                                           when t.typcategory = 'A' then quote_literal('{}')
                                           when t.typcategory = 'N' then '1'
                                           else quote_literal('x')
                                       end, ', ' order by a.attnum))
                                  from pg_attribute a
                                  join pg_type t on t.oid = a.atttypid
                                 where a.attrelid = '\
                                """
                                + table
                                + """
                                '::regclass
                                   and a.attnum > 0
                                   and not a.attisdropped
                                   and a.attgenerated = ''
                                   and a.attidentity = ''
                                """)
                .getFirst();
    }

    @Test
    void every_table_about_a_person_has_row_security_that_binds_its_owner_too()
            throws SQLException {
        assertThat(personal).contains("member.member", "liaison.contact", "access.account");
        try (Connection superuser = database.connect("postgres")) {
            List<String> bare =
                    texts(
                            superuser,
                            """
                            select c.oid::regclass::text
                              from pg_class c
                              join pg_namespace n on n.oid = c.relnamespace
                             where c.relkind in ('r', 'p')
                               and n.nspowner = 'owner'::regrole
                               and not (c.relrowsecurity and c.relforcerowsecurity
                                        and exists (select from pg_policy p where p.polrelid = c.oid and p.polroles = array['owner'::regrole::oid] and p.polcmd = '*')
                                        and exists (select from pg_policy p where p.polrelid = c.oid and p.polroles = array['app'::regrole::oid]))
                            """);
            assertThat(personal).as(WHY).doesNotContainAnyElementsOf(bare);
        }
    }

    @Test
    void no_policy_is_for_everybody_or_always_true_for_the_program() throws SQLException {
        try (Connection superuser = database.connect("postgres")) {
            assertThat(
                            texts(
                                    superuser,
                                    """
                                    select p.polname || ' on ' || p.polrelid::regclass
                                      from pg_policy p
                                     where 0 = any (p.polroles)
                                        or ('app'::regrole = any (p.polroles)
                                            and (pg_get_expr(p.polqual, p.polrelid) = 'true'
                                                 or pg_get_expr(p.polwithcheck, p.polrelid) = 'true'))
                                    """))
                    .as(WHY)
                    .isEmpty();
        }
    }

    @Test
    void the_programs_role_owns_nothing_bypasses_nothing_and_empties_no_table()
            throws SQLException {
        try (Connection superuser = database.connect("postgres")) {
            assertThat(
                            texts(
                                    superuser,
                                    """
                                    select r.rolname || ' has more rights than its work needs'
                                      from pg_roles r
                                     where r.rolname in ('app', 'sealer')
                                       and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
                                            or exists (select from pg_auth_members m where m.member = r.oid)
                                            or exists (select from pg_class c where c.relowner = r.oid)
                                            or exists (select from pg_proc f where f.proowner = r.oid)
                                            or exists (select from pg_namespace n where n.nspowner = r.oid))
                                    union all
                                    select r.rolname || ' may truncate or alter ' || c.oid::regclass
                                      from pg_class c
                                      join pg_namespace n on n.oid = c.relnamespace
                                     cross join pg_roles r
                                     where r.rolname in ('app', 'sealer')
                                       and c.relkind in ('r', 'p')
                                       and n.nspowner = 'owner'::regrole
                                       and has_table_privilege(r.rolname, c.oid, 'truncate, trigger, references')
                                    """))
                    .as(WHY)
                    .isEmpty();
        }
    }

    @Test
    void the_program_may_take_away_no_row_about_a_person_that_no_act_takes_away()
            throws SQLException {
        Pattern deletes = Pattern.compile("\\bdelete from ([a-z_]+\\.[a-z_]+)");
        List<String> needed = new ArrayList<>();
        for (Statement statement : Statement.all()) {
            Matcher delete = deletes.matcher(statement.words());
            while (delete.find()) {
                needed.add(delete.group(1));
            }
        }
        List<String> allowed;
        try (Connection superuser = database.connect("postgres")) {
            allowed =
                    texts(
                            superuser,
                            """
                            select c.oid::regclass::text
                              from pg_class c
                              join pg_namespace n on n.oid = c.relnamespace
                             where c.relkind in ('r', 'p')
                               and n.nspowner = 'owner'::regrole
                               and has_table_privilege('app', c.oid, 'delete')
                            """);
        }
        allowed.retainAll(personal);
        allowed.removeAll(needed);
        assertThat(allowed)
                .as("say in a migration of the capability: revoke delete on … from app. " + WHY)
                .isEmpty();
    }

    @Test
    void only_the_workplace_writes_a_member() throws SQLException {
        try (Connection superuser = database.connect("postgres");
                Connection app = database.connect("app")) {
            run(superuser, "update member.member set work_no = 500, res_no = 600");
            app.setAutoCommit(false);
            for (String[] reader : new String[][] {{"{[600,600]}", STRANGER}, {"{}", PERSON}}) {
                set(app, reader[0], reader[1]);
                assertThat(texts(app, "select full_name from member.member")).hasSize(1);
                assertThat(texts(app, "update member.member set phone = 'x' returning phone"))
                        .as(reader[0])
                        .isEmpty();
            }
            set(app, "{[500,500]}", STRANGER);
            assertThat(texts(app, "update member.member set phone = 'x' returning phone"))
                    .hasSize(1);
            app.rollback();
            run(superuser, "update member.member set work_no = 500, res_no = 500");
        }
    }

    @Test
    void a_view_shows_what_its_reader_may_see() throws SQLException {
        try (Connection superuser = database.connect("postgres")) {
            assertThat(
                            texts(
                                    superuser,
                                    """
                                    select c.oid::regclass || ' is no view with security_invoker'
                                      from pg_class c
                                      join pg_namespace n on n.oid = c.relnamespace
                                     where c.relkind in ('v', 'm')
                                       and n.nspowner = 'owner'::regrole
                                       and not coalesce(c.reloptions @> array['security_invoker=true'], false)
                                    """))
                    .as(WHY)
                    .isEmpty();
        }
    }

    @Test
    void a_function_with_rights_of_its_own_is_closed_and_looks_at_the_scope() throws SQLException {
        try (Connection superuser = database.connect("postgres")) {
            List<String> open =
                    texts(
                            superuser,
                            """
                            select f.oid::regprocedure::text
                              from pg_proc f
                              join pg_namespace n on n.oid = f.pronamespace
                             where n.nspowner = 'owner'::regrole
                               and f.prosecdef
                               and (not coalesce(exists (select from unnest(f.proconfig) c where c like 'search_path=%'), false)
                                    or has_function_privilege('public', f.oid, 'execute')
                                    or f.proowner not in ('owner'::regrole, 'finder'::regrole)
                                    or f.prosrc !~ 'app\\.(scope|self)')
                            """);
            open.removeAll(LOOK_PAST_THE_SCOPE.keySet());
            assertThat(open).as(WHY).isEmpty();
        }
    }

    @Test
    void without_a_scope_no_row_is_seen_and_none_can_be_written() throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection app = database.connect("app")) {
            app.setAutoCommit(false);
            // A connection never used before knows no such setting; later it is an empty text.
            look(app, "on a new connection", faults, 0);
            write(app, faults);
            app.rollback();

            set(app, "{[1,2147483646]}", PERSON);
            app.commit();
            look(app, "after another transaction", faults, 0);
            write(app, faults);
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void with_a_foreign_scope_no_row_is_seen() throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection app = database.connect("app")) {
            app.setAutoCommit(false);
            set(app, "{[1,499],[501,2147483646]}", STRANGER);
            look(app, "with a foreign scope", faults, 0);
            set(app, "{}", STRANGER);
            look(app, "as another person", faults, 0);
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void with_the_own_scope_the_row_is_seen() throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection app = database.connect("app")) {
            app.setAutoCommit(false);
            set(app, "{[1,2147483646]}", "");
            look(app, "with every unit in scope", faults, 1);
        }
        assertThat(faults).as("else the tests above prove nothing").isEmpty();
    }

    /** The first wall: the second one, row security, sees to it that a hole here shows nothing. */
    @Test
    void a_statement_over_people_looks_through_the_scope_or_at_named_ids() {
        Pattern reads = Pattern.compile("\\b(?:from|join|update|using)\\s+([a-z_]+\\.[a-z_]+)");
        Pattern walled = Pattern.compile(":(scope|self)\\b|:\\w+\\s*::\\s*uuid\\b");
        List<String> faults = new ArrayList<>();
        for (Statement statement : Statement.all()) {
            Matcher read = reads.matcher(statement.words());
            boolean overPeople = false;
            while (read.find()) {
                overPeople |= personal.contains(read.group(1)) || views.contains(read.group(1));
            }
            if (overPeople
                    && !walled.matcher(statement.words()).find()
                    && !OVER_ALL.containsKey(statement.toString())
                    && !OVER_ALL.containsKey(statement.owner().getName())) {
                faults.add(statement.toString());
            }
        }
        assertThat(views).contains("member.published_member", "liaison.published_contact");
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void scope_or_viewer_comes_first_in_every_query() {
        List<String> faults = new ArrayList<>();
        for (Class<?> type : Statement.classes()) {
            if (!type.getSimpleName().matches("\\w+(Queries|Store)") || type.isInterface()) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                if (!Modifier.isPrivate(method.getModifiers()) && isBlind(method)) {
                    faults.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void scope_or_viewer_comes_first_in_every_act_that_others_may_call() {
        List<String> faults = new ArrayList<>();
        for (Class<?> type : Statement.classes()) {
            if (type.getPackageName().equals("vn.ganbo.kernel")) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && method.isAnnotationPresent(Transactional.class)
                        && isBlind(method)) {
                    faults.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    /** Neither a scope nor a viewer first, nor a listener, whose event brings the viewer. */
    private static boolean isBlind(Method method) {
        if (method.isSynthetic()
                || Modifier.isStatic(method.getModifiers())
                || method.isAnnotationPresent(EventListener.class)) {
            return false;
        }
        Class<?>[] parameters = method.getParameterTypes();
        return parameters.length == 0
                || !(parameters[0] == Scope.class || parameters[0] == Viewer.class);
    }

    private static void look(Connection app, String when, List<String> faults, int expected)
            throws SQLException {
        for (String table : personal) {
            Savepoint before = app.setSavepoint();
            try {
                String found = texts(app, "select count(*) from " + table).getFirst();
                if (!found.equals(String.valueOf(expected))) {
                    faults.add(table + " shows " + found + " rows " + when);
                }
            } catch (SQLException e) {
                app.rollback(before);
                faults.add(table + " " + when + ": " + e.getMessage());
            }
        }
    }

    private static void write(Connection app, List<String> faults) throws SQLException {
        for (Map.Entry<String, String> insert : inserts.entrySet()) {
            Savepoint before = app.setSavepoint();
            try {
                run(app, insert.getValue());
                faults.add(insert.getKey() + " takes a row without a scope");
            } catch (SQLException e) {
                if (!"42501".equals(e.getSQLState())) {
                    faults.add(insert.getKey() + ": " + e.getMessage());
                }
            }
            app.rollback(before);
        }
    }

    private static void set(Connection app, String scope, String self) throws SQLException {
        run(
                app,
                "select set_config('app.scope', '"
                        + scope
                        + "', true), set_config('app.self', '"
                        + self
                        + "', true)");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> out = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                out.add(found.getString(1));
            }
        }
        return out;
    }
}
