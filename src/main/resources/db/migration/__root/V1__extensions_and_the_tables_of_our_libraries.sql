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
