-- Under which e-mail addresses Semaphore's notifications told of people, by their login at the git host.
CREATE TABLE pusher_address (
    login VARCHAR(512) NOT NULL,
    email VARCHAR(512) NOT NULL,
    PRIMARY KEY (login, email)
);
