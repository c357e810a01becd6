package org.cumulet.database.dump;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulet.database.engine.Session;

/// What a database of PostgreSQL is made of, as the statements that make it again.
///
/// Who owns what and who may what is not said: the one who plays it back owns it all.
final class PostgresCatalog {

    private static final int FIRST_OF_USERS = 16_384;

    /// Not PostgreSQL's own.
    private static final String OF_USERS = "n.nspname !~ '^(pg_|information_schema$)'";

    private final Session session;

    PostgresCatalog(Session session) {
        this.session = session;
    }

    /// Something to make, and what must be there before.
    private record Thing(String key, String statement, boolean isView, boolean isTable) {}

    /// In an order in which each can be made.
    ///
    /// @param early before the rows come
    /// @param late views, which may look at primary keys, and what builds on them
    record Things(List<String> early, List<String> late) {}

    /// @throws Unsupported naming something that there are no statements for here
    void mustBeDumpable() throws SQLException {
        var found = session.all(UNKNOWN.formatted(FIRST_OF_USERS), row -> row.getString(1));
        if (!found.isEmpty()) {
            throw new Unsupported(found.getFirst());
        }
    }

    List<String> schemas() throws SQLException {
        var statements = texts("""
                select format('create schema if not exists %I', n.nspname) from pg_namespace n
                where OF_USERS and n.nspname <> 'public' and NOT_OF_AN_EXTENSION(pg_namespace, n) order by n.nspname""");
        statements.addAll(texts("""
                select format('create extension if not exists %I with schema %I', e.extname, n.nspname)
                from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                where e.extname <> 'plpgsql' order by e.oid"""));
        return statements;
    }

    Things things() throws SQLException {
        var things = new LinkedHashMap<String, Thing>();
        for (var query : List.of(TYPES, SEQUENCES, TABLES, FUNCTIONS, DEFAULTS, VIEWS)) {
            session.all(
                    said(query),
                    row -> things.put(
                            row.getString(1),
                            new Thing(row.getString(1), row.getString(2), query.equals(VIEWS), query.equals(TABLES))));
        }
        var needs = new HashMap<String, Set<String>>();
        session.all(
                said(NEEDS),
                row -> needs.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                        .add(row.getString(2)));
        return ordered(things, needs);
    }

    private Things ordered(Map<String, Thing> things, Map<String, Set<String>> needs) throws SQLException {
        var early = new ArrayList<String>();
        var late = new ArrayList<String>();
        var made = new HashSet<String>();
        var views = new HashSet<String>();
        var open = new ArrayList<>(things.values());
        while (!open.isEmpty()) {
            var next = open.stream()
                    .filter(thing -> needs.getOrDefault(thing.key(), Set.of()).stream()
                            .allMatch(need -> made.contains(need) || !things.containsKey(need)))
                    .toList();
            if (next.isEmpty()) {
                throw new Unsupported("things that need each other: "
                        + open.getFirst().statement().lines().findFirst().orElse(""));
            }
            for (var thing : next) {
                made.add(thing.key());
                if (thing.isView()
                        || needs.getOrDefault(thing.key(), Set.of()).stream().anyMatch(views::contains)) {
                    if (thing.isTable()) {
                        throw new Unsupported("a table with columns of a view's type");
                    }
                    views.add(thing.key());
                    late.add(thing.statement());
                } else {
                    early.add(thing.statement());
                }
            }
            open.removeAll(next);
        }
        early.addAll(texts(ATTACHED));
        early.addAll(texts(OWNED_SEQUENCES));
        return new Things(early, late);
    }

    /// Where the counting goes on.
    List<String> sequenceValues() throws SQLException {
        var statements = new ArrayList<String>();
        for (var sequence : texts("""
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and OF_USERS and NOT_OF_AN_EXTENSION(pg_class, c) order by 1""")) {
            statements.add(session.one(
                    "select format('select pg_catalog.setval(%%L, %%s, %%L)', '%s', last_value, is_called) from %s"
                            .formatted(sequence.replace("'", "''"), sequence),
                    row -> row.getString(1)));
        }
        return statements;
    }

    /// Keys first, then what refers to them.
    List<String> constraints() throws SQLException {
        var statements = texts(CONSTRAINTS.formatted("c.contype in ('p', 'u', 'x', 'c')"));
        statements.addAll(texts(INDEXES.formatted("'r', 'p'")));
        statements.addAll(texts(CONSTRAINTS.formatted("c.contype = 'f'")));
        return statements;
    }

    /// What happens by itself from here on.
    List<String> behaviour() throws SQLException {
        var statements = texts(INDEXES.formatted("'m'"));
        for (var query : List.of(STATISTICS, TRIGGERS, RULES, POLICIES, ROW_SECURITY, COMMENTS, FILLED_VIEWS)) {
            statements.addAll(texts(query));
        }
        return statements;
    }

    private List<String> texts(String query) throws SQLException {
        return new ArrayList<>(session.all(said(query), row -> row.getString(1)));
    }

    private static String said(String query) {
        return query.replace("OF_USERS", OF_USERS)
                .replaceAll(
                        "NOT_OF_AN_EXTENSION\\((\\w+), (\\w+)\\)",
                        "not exists (select from pg_depend x where x.classid = '$1'::regclass and x.objid = $2.oid and x.deptype = 'e')");
    }

    private static final String UNKNOWN = """
            with thing(what, classid, oid, namespace) as (
                select 'aggregate ' || proname, 'pg_proc'::regclass, oid, pronamespace from pg_proc where prokind = 'a'
                union all select 'operator ' || oprname, 'pg_operator'::regclass, oid, oprnamespace from pg_operator
                union all select 'operator class ' || opcname, 'pg_opclass'::regclass, oid, opcnamespace from pg_opclass
                union all select 'operator family ' || opfname, 'pg_opfamily'::regclass, oid, opfnamespace from pg_opfamily
                union all select 'conversion ' || conname, 'pg_conversion'::regclass, oid, connamespace from pg_conversion
                union all select 'collation ' || collname, 'pg_collation'::regclass, oid, collnamespace from pg_collation
                union all select 'text search configuration ' || cfgname, 'pg_ts_config'::regclass, oid, cfgnamespace from pg_ts_config
                union all select 'text search dictionary ' || dictname, 'pg_ts_dict'::regclass, oid, dictnamespace from pg_ts_dict
                union all select 'text search parser ' || prsname, 'pg_ts_parser'::regclass, oid, prsnamespace from pg_ts_parser
                union all select 'text search template ' || tmplname, 'pg_ts_template'::regclass, oid, tmplnamespace from pg_ts_template
                union all select 'type ' || typname, 'pg_type'::regclass, oid, typnamespace from pg_type
                    where typtype = 'r' or (typtype in ('b', 'p') and typcategory <> 'A')
                union all select 'foreign table ' || relname, 'pg_class'::regclass, oid, relnamespace from pg_class where relkind = 'f'
                union all select 'typed table ' || relname, 'pg_class'::regclass, oid, relnamespace from pg_class where reloftype <> 0
                union all select 'cast', 'pg_cast'::regclass, oid, null from pg_cast
                union all select 'transform', 'pg_transform'::regclass, oid, null from pg_transform
                union all select 'language ' || lanname, 'pg_language'::regclass, oid, null from pg_language
                union all select 'access method ' || amname, 'pg_am'::regclass, oid, null from pg_am
                union all select 'foreign data wrapper ' || fdwname, 'pg_foreign_data_wrapper'::regclass, oid, null from pg_foreign_data_wrapper
                union all select 'foreign server ' || srvname, 'pg_foreign_server'::regclass, oid, null from pg_foreign_server
                union all select 'event trigger ' || evtname, 'pg_event_trigger'::regclass, oid, null from pg_event_trigger
                union all select 'publication ' || pubname, 'pg_publication'::regclass, oid, null from pg_publication
                union all select 'large object ' || oid, 'pg_largeobject'::regclass, oid, null from pg_largeobject_metadata
                union all select 'policy for particular roles ' || polname, 'pg_policy'::regclass, oid, null from pg_policy
                    where polroles <> '{0}')
            select 'the ' || what from thing
            where oid >= %d and coalesce((select nspname from pg_namespace where oid = namespace), 'public') !~ '^(pg_|information_schema$)'
            and not exists (select from pg_depend x where x.classid = thing.classid and x.objid = thing.oid and x.deptype = 'e')
            order by 1 limit 1""";

    private static final String TYPES = """
            select case t.typtype when 'c' then 'c' || t.typrelid else 't' || t.oid end, case t.typtype
                when 'e' then format('create type %I.%I as enum (%s)', n.nspname, t.typname,
                    (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid))
                when 'c' then format('create type %I.%I as (%s)', n.nspname, t.typname,
                    (select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
                    from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped))
                when 'd' then format('create domain %I.%I as %s', n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod))
                    || coalesce(' default ' || pg_get_expr(t.typdefaultbin, 0), '')
                    || case when t.typnotnull then ' not null' else '' end
                    || coalesce((select string_agg(format(' constraint %I %s', k.conname, pg_get_constraintdef(k.oid)), '' order by k.oid)
                    from pg_constraint k where k.contypid = t.oid and k.contype = 'c'), '')
                end
            from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
            where (t.typtype in ('e', 'd') or t.typtype = 'c' and c.relkind = 'c')
            and OF_USERS and NOT_OF_AN_EXTENSION(pg_type, t) order by t.oid""";

    private static final String COUNTING =
            "format('start with %s increment by %s minvalue %s maxvalue %s cache %s%s', s.seqstart, s.seqincrement, s.seqmin,"
                    + " s.seqmax, s.seqcache, case when s.seqcycle then ' cycle' else '' end)";

    private static final String SEQUENCES = """
            select 'c' || c.oid, format('create %ssequence %I.%I as %s ', case when c.relpersistence = 'u' then 'unlogged ' else '' end,
                n.nspname, c.relname, format_type(s.seqtypid, null)) || COUNTING
            from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
            where OF_USERS and not exists (select from pg_depend x where x.classid = 'pg_class'::regclass and x.objid = c.oid
                and x.deptype in ('i', 'e')) order by c.oid""".replace("COUNTING", COUNTING);

    private static final String TABLES = """
            select 'c' || c.oid, format('create %stable %I.%I (%s)', case when c.relpersistence = 'u' then 'unlogged ' else '' end,
                n.nspname, c.relname,
                (select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                    || case when a.attcollation not in (0, t.typcollation)
                        then (select format(' collate %I.%I', m.nspname, o.collname) from pg_collation o
                            join pg_namespace m on m.oid = o.collnamespace where o.oid = a.attcollation) else '' end
                    || case a.attgenerated when 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
                        when 'v' then format(' generated always as (%s) virtual', pg_get_expr(d.adbin, d.adrelid)) else '' end
                    || case when a.attidentity <> '' and not c.relispartition then
                        format(' generated %s as identity (sequence name %s %s)',
                            case a.attidentity when 'a' then 'always' else 'by default' end,
                            (select format('%I.%I', p.nspname, q.relname) from pg_class q join pg_namespace p on p.oid = q.relnamespace
                                where q.oid = s.seqrelid), COUNTING) else '' end
                    || case when a.attnotnull then ' not null' else '' end, ', ' order by a.attnum)
                from pg_attribute a join pg_type t on t.oid = a.atttypid
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum and a.attgenerated <> ''
                left join pg_depend i on i.classid = 'pg_class'::regclass and i.refclassid = 'pg_class'::regclass
                    and i.refobjid = c.oid and i.refobjsubid = a.attnum and i.deptype = 'i' and a.attidentity <> ''
                left join pg_sequence s on s.seqrelid = i.objid
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and (c.relispartition or a.attislocal)))
                || case when c.relispartition then '' else coalesce((select format(' inherits (%s)', string_agg(format('%I.%I', m.nspname, b.relname), ', '
                    order by h.inhseqno)) from pg_inherits h join pg_class b on b.oid = h.inhparent
                    join pg_namespace m on m.oid = b.relnamespace where h.inhrelid = c.oid having count(*) > 0), '') end
                || case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end
                || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and OF_USERS and NOT_OF_AN_EXTENSION(pg_class, c) order by c.oid""".replace("COUNTING", COUNTING);

    private static final String ATTACHED = """
            select format('alter table only %I.%I attach partition %I.%I %s', m.nspname, b.relname, n.nspname, c.relname,
                pg_get_expr(c.relpartbound, c.oid))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits h on h.inhrelid = c.oid
            join pg_class b on b.oid = h.inhparent join pg_namespace m on m.oid = b.relnamespace
            where c.relispartition and c.relkind in ('r', 'p') and OF_USERS order by c.oid""";

    private static final String OWNED_SEQUENCES = """
            select format('alter sequence %I.%I owned by %I.%I.%I', n.nspname, c.relname, m.nspname, b.relname, a.attname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a' and d.refobjsubid > 0
            join pg_class b on b.oid = d.refobjid join pg_namespace m on m.oid = b.relnamespace
            join pg_attribute a on a.attrelid = b.oid and a.attnum = d.refobjsubid
            where c.relkind = 'S' and OF_USERS order by c.oid""";

    private static final String FUNCTIONS = """
            select 'p' || p.oid, pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prokind in ('f', 'p', 'w') and OF_USERS and NOT_OF_AN_EXTENSION(pg_proc, p) order by p.oid""";

    private static final String DEFAULTS = """
            select 'd' || d.oid, format('alter table only %I.%I alter column %I set default %s', n.nspname, c.relname, a.attname,
                pg_get_expr(d.adbin, d.adrelid))
            from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
            where a.attgenerated = '' and OF_USERS and NOT_OF_AN_EXTENSION(pg_class, c) order by d.oid""";

    private static final String VIEWS = """
            select 'c' || c.oid, format('create %sview %I.%I%s as %s%s', case when c.relkind = 'm' then 'materialized ' else '' end,
                n.nspname, c.relname, coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''),
                rtrim(pg_get_viewdef(c.oid), ';'), case when c.relkind = 'm' then ' with no data' else '' end)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm') and OF_USERS and NOT_OF_AN_EXTENSION(pg_class, c) order by c.oid""";

    /// Who needs whom, in the keys of the things above.
    private static final String NEEDS = """
            with node(classid, objid, key) as (
                select 'pg_type'::regclass, t.oid, case
                    when e.typrelid <> 0 then 'c' || e.typrelid when t.typrelid <> 0 then 'c' || t.typrelid
                    when t.typcategory = 'A' and t.typelem <> 0 then 't' || t.typelem else 't' || t.oid end
                    from pg_type t left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
                union all select 'pg_class'::regclass, oid, 'c' || oid from pg_class
                union all select 'pg_proc'::regclass, oid, 'p' || oid from pg_proc
                union all select 'pg_attrdef'::regclass, d.oid, case when a.attgenerated = '' then 'd' || d.oid else 'c' || d.adrelid end
                    from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                union all select 'pg_rewrite'::regclass, oid, 'c' || ev_class from pg_rewrite where rulename = '_RETURN'
                union all select 'pg_constraint'::regclass, oid, 't' || contypid from pg_constraint where contypid <> 0)
            select distinct a.key, b.key from pg_depend d
            join node a on a.classid = d.classid and a.objid = d.objid
            join node b on b.classid = d.refclassid and b.objid = d.refobjid
            where a.key <> b.key and d.deptype <> 'e' and d.objid >= 16384 and d.refobjid >= 16384""";

    private static final String CONSTRAINTS = """
            select format('alter table %%s%%I.%%I add constraint %%I %%s', case when t.relkind = 'p' or c.contype = 'c' then '' else 'only ' end,
                n.nspname, t.relname, c.conname, pg_get_constraintdef(c.oid))
            from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
            where %s and c.conparentid = 0 and c.conislocal and OF_USERS and NOT_OF_AN_EXTENSION(pg_class, t)
            order by c.contype, c.oid""";

    private static final String INDEXES = """
            select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid
            join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
            where t.relkind in (%s) and not c.relispartition and OF_USERS and NOT_OF_AN_EXTENSION(pg_class, t)
            and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
            order by c.oid""";

    private static final String STATISTICS = """
            select pg_get_statisticsobjdef(s.oid) from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace
            where OF_USERS order by s.oid""";

    private static final String TRIGGERS = """
            select pg_get_triggerdef(g.oid) || case g.tgenabled when 'O' then '' else
                format('; alter table %I.%I %s trigger %I', n.nspname, c.relname,
                case g.tgenabled when 'D' then 'disable' when 'R' then 'enable replica' else 'enable always' end, g.tgname) end
            from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
            where not g.tgisinternal and g.tgparentid = 0 and OF_USERS and NOT_OF_AN_EXTENSION(pg_class, c) order by g.oid""";

    private static final String RULES = """
            select pg_get_ruledef(r.oid) from pg_rewrite r join pg_class c on c.oid = r.ev_class
            join pg_namespace n on n.oid = c.relnamespace
            where r.rulename <> '_RETURN' and OF_USERS and NOT_OF_AN_EXTENSION(pg_class, c) order by r.oid""";

    private static final String POLICIES = """
            select format('create policy %I on %I.%I as %s for %s to public', p.polname, n.nspname, c.relname,
                case when p.polpermissive then 'permissive' else 'restrictive' end,
                case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end)
                || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
                || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
            from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
            where OF_USERS order by p.oid""";

    private static final String ROW_SECURITY = """
            select format('alter table %I.%I enable row level security%s', n.nspname, c.relname,
                case when c.relforcerowsecurity then ', force row level security' else '' end)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relrowsecurity and OF_USERS and NOT_OF_AN_EXTENSION(pg_class, c) order by c.oid""";

    private static final String COMMENTS = """
            select format('comment on %s %s is %L', case w.type when 'table column' then 'column' when 'view column' then 'column'
                when 'materialized view column' then 'column' when 'composite type column' then 'column'
                when 'table constraint' then 'constraint' else w.type end, w.identity, d.description)
            from pg_description d cross join pg_identify_object(d.classoid, d.objoid, d.objsubid) w
            where d.objoid >= 16384 and w.type in ('table', 'table column', 'view', 'view column', 'materialized view',
                'materialized view column', 'composite type column', 'table constraint', 'function', 'procedure', 'type', 'schema',
                'index', 'sequence', 'trigger', 'policy', 'rule')
            and coalesce(w.schema, '') !~ '^(pg_|information_schema$)'
            and not exists (select from pg_depend x where x.classid = d.classoid and x.objid = d.objoid and x.deptype = 'e')
            order by d.objoid, d.objsubid""";

    private static final String FILLED_VIEWS = """
            select format('refresh materialized view %I.%I', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'm' and c.relispopulated and OF_USERS and NOT_OF_AN_EXTENSION(pg_class, c) order by c.oid""";
}
