package vn.ganbo.database;

/** How the sealer of the log connects: a role that sees facts and seals, and no person. */
public record SealerLogin(String url, String user, String password) {}
