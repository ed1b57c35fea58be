create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create schema if not exists session;
grant usage on schema session to app;
alter default privileges in schema session grant select, insert, update, delete on tables to app;

-- Spring Session's own tables (org/springframework/session/jdbc/schema-postgresql.sql).
create table session.spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index on session.spring_session (expiry_time);
create index on session.spring_session (principal_name);
create table session.spring_session_attributes (
    session_primary_id char(36) not null references session.spring_session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- db-scheduler's table.
create schema if not exists jobs;
grant usage on schema jobs to app;
alter default privileges in schema jobs grant select, insert, update, delete on tables to app;
create table jobs.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on jobs.scheduled_tasks (execution_time);
create index on jobs.scheduled_tasks (last_heartbeat);
create index on jobs.scheduled_tasks (priority desc, execution_time asc);
