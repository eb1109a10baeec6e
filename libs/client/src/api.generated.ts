// Made by tools/openapi.js. Do not edit.
export interface paths {
    "/accounts/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become the first administrator, with the link that the server printed */
        post: operations["entranceFirst"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/invited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up an invitation: set a password, and be signed in */
        post: operations["entranceInvited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/means": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what people sign in here */
        get: operations["oidcMeans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign in by the identity provider: leads there */
        get: operations["oidcLeave"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the identity provider sends people back to */
        get: operations["oidcComeBack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/oidc/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where the identity provider says that somebody has signed out there */
        post: operations["oidcLogOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are, and what you may act as */
        get: operations["myAccountMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change your password; all your other sessions end */
        post: operations["myAccountPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a secret made for your authenticator; it counts once you have shown a code */
        post: operations["myAccountOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a first code of your authenticator */
        post: operations["myAccountConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do without an authenticator */
        post: operations["myAccountRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts that you may see */
        get: operations["accountsList"];
        put?: never;
        /**
         * Open an account
         * @description In the capacity of an administrator.
         */
        post: operations["accountsOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account, and what it may act as */
        get: operations["accountsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/authority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By whose authority somebody acts, or acted */
        get: operations["accountsAuthority"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every event of an account, oldest first */
        get: operations["accountsHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give authority: a capacity, for a unit, over a period
         * @description In the capacity of an administrator.
         */
        post: operations["accountsGive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/grants/{number}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw authority, from now on
         * @description In the capacity of an administrator.
         */
        post: operations["accountsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/clearance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say up to where somebody reads
         * @description In the capacity of an administrator.
         */
        post: operations["accountsClear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an account, with all its sessions and tokens
         * @description In the capacity of an administrator.
         */
        post: operations["accountWaysDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable an account again
         * @description In the capacity of an administrator.
         */
        post: operations["accountWaysEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all sessions of an account: your own, or, as an administrator, anybody’s */
        post: operations["accountWaysEndSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take away by what somebody was known, and invite them anew
         * @description In the capacity of an administrator.
         */
        post: operations["accountWaysInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/subject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say who somebody is to the identity provider
         * @description In the capacity of an administrator.
         */
        post: operations["accountWaysSubject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every office that was established */
        get: operations["officesList"];
        put?: never;
        /**
         * Establish an office in a unit
         * @description In the capacity of an administrator.
         */
        post: operations["officesEstablish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An office, and who holds it and stands in */
        get: operations["officesOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offices/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every event of an office, oldest first */
        get: operations["officesHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offices/{id}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appoint a holder or a substitute
         * @description In the capacity of an administrator.
         */
        post: operations["officesAppoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offices/{id}/appointments/{number}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an appointment, from now on
         * @description In the capacity of an administrator.
         */
        post: operations["officesEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offices/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an office; nobody holds it any more
         * @description In the capacity of an administrator.
         */
        post: operations["officesClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From where you are signed in */
        get: operations["sessionsSessions"];
        put?: never;
        /** Sign in with a password; the session is in a cookie */
        post: operations["sessionsSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show once more who you are, before what weighs heavy */
        post: operations["sessionsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["sessionsSignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of your sessions */
        delete: operations["sessionsEndOne"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your tokens, and until when they last */
        get: operations["tokensTokens"];
        put?: never;
        /**
         * Make a token for a program: for yourself, or, as an administrator, for a machine
         * @description The same again under the same key gives a new secret for the same token; the earlier one is void.
         */
        post: operations["tokensIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{token}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a token, at once and for good */
        post: operations["tokensRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who read what is classified, took out files, or changed permissions, oldest first */
        get: operations["accessLogList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Attachments, by what they are attached to */
        get: operations["attachmentsAttachments"];
        put?: never;
        /**
         * Attach a file
         * @description The bytes of the file as the body: PDF, docx, xlsx, odt, PNG, JPEG, UTF-8 text, CSV or YAML, by its content and by its name.
         *     It is kept under its SHA-256, which a report can name as evidence. The same file at the same thing is one attachment.
         */
        post: operations["attachmentsAttach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An attachment: what it is, of what, and under which hash */
        get: operations["attachmentsAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file itself, to be saved and not to be shown */
        get: operations["attachmentsContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{unit}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dates of a unit as a calendar (RFC 5545), for who has its address; nothing that is classified */
        get: operations["calendarsCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent outside, what waits, and what was parked or kept back; the latest changed first */
        get: operations["deliveriesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again what was parked or kept back, under the same key
         * @description In the capacity of a secretariat. It is kept why.
         */
        post: operations["deliveriesReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up what was parked or kept back
         * @description In the capacity of a secretariat. It is kept why.
         */
        post: operations["deliveriesDrop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every directive that was issued */
        get: operations["directivesDirectives"];
        put?: never;
        /**
         * Issue a directive
         * @description By an issuer, or in the capacity of a secretariat. With `occurredAt` in the past it is entered late: its tasks wait for nothing until it is watched.
         */
        post: operations["directivesIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a directive file says and leaves open; changes nothing */
        post: operations["directivesCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a directive stands, or stood: its tasks, its matters, its standing units */
        get: operations["directivesDirective"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks of a directive as they stand, or stood, in the order of its text */
        get: operations["directivesTasks"];
        put?: never;
        /**
         * Enter a task that it takes over from another document
         * @description For an issuer, or its secretariat. Its terms run from the entry on.
         */
        post: operations["directivesEnter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the text leaves open, and what of it was refused, as it is known or was */
        get: operations["directivesFindings"];
        put?: never;
        /**
         * Record what an inspection or an audit found of it, of a clause or of a task
         * @description In the capacity of an inspector or an auditor. It stands among the findings, with the code `inspection`.
         */
        post: operations["directivesRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clauses of a directive, in the order of its text */
        get: operations["directivesClauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of each clause at each unit, and how it stands, or stood */
        get: operations["directivesCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/would-move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deadlines that the latest policy and calendar would move, if they were confirmed */
        get: operations["directivesWouldMove"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every event of a directive, oldest first */
        get: operations["directivesHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/standing-units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which standing units it expects, which exist, and which are missing */
        get: operations["directivesStandingUnits"];
        put?: never;
        /** Set up the standing unit of the committee that acts */
        post: operations["standingUnitsSetUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Watch a directive that was entered late
         * @description For an issuer, or its secretariat.
         */
        post: operations["directivesWatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/implement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which clause of a higher directive it implements
         * @description For an issuer of the lower directive, or its secretariat.
         */
        post: operations["directivesImplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/withdraw-implementation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what it was said to implement
         * @description For an issuer of the lower directive, or its secretariat. What its own text says stays.
         */
        post: operations["directivesWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Amend, supersede, revoke or reaffirm it by a further document
         * @description For who issued the further document: an issuer of this one, or who stands above one. It says of each open task what becomes of it; nothing happens where one is passed over.
         */
        post: operations["directivesChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/reclassify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the classification of a directive
         * @description For an issuer, or its secretariat. What hangs on the directive follows.
         */
        post: operations["directivesReclassify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a report as a file, which is made while nobody waits: GET /exports/{id} says when it is there */
        post: operations["exportsAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An export of one’s own: whether it is there, and until when */
        get: operations["exportsTold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, for whoever asked for it, while they may read all that they could when it was made */
        get: operations["exportsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fill in a form with the report on a task, or correct it
         * @description For whoever has the task, leads it or coordinates. Every total must be what its parts add up to; each field that is wrong is named with its rule.
         */
        post: operations["formsFill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/form-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What units have filled into forms, the latest day first */
        get: operations["formsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/form-reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a unit has filled into a form */
        get: operations["formsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/form-reports/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was filled in at first, and each correction, with its reason */
        get: operations["formsHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything follows the log, and what needs a person */
        get: operations["healthHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers. Where it does not, start it again */
        get: operations["healthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** It may be sent requests. Where not (503), send them elsewhere, and leave it running */
        get: operations["healthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/degraded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether something needs a person, though it works: it stays in service. GET /health says what */
        get: operations["healthDegraded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies with a unit and is not over, or was then, in the order of deadlines */
        get: operations["inboxInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes, as it changes
         * @description Server-sent events. `event: change` says what happened and where (`stream`, `type`, `revision`, `at`), once
         *     it can be read; `id` is its position, for `Last-Event-ID` and for `If-Position-At-Least`. `event: reset`: too much has happened since,
         *     read everything again. A heartbeat comes every 15 seconds, and after 15 minutes the server ends the stream: come again. It ends as well when
         *     something happens to the account, the token, the session, a grant or the office by which it was opened: nothing more is told then.
         */
        get: operations["liveFollow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Matters, by the unit where they lie and by directive */
        get: operations["mattersMatters"];
        put?: never;
        /**
         * Bring a matter to a desk
         * @description Its id follows from the Idempotency-Key.
         */
        post: operations["mattersReceive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a matter stands, or stood */
        get: operations["mattersMatter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters/{id}/direct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass a matter on, or guide it */
        post: operations["mattersDirect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a matter */
        post: operations["mattersAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters/{id}/recommend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Recommend a matter to the competent authority */
        post: operations["mattersRecommend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters/{id}/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what it repeats, that several brought it, that it needs special care, or what else it endangers */
        post: operations["mattersMark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters/{id}/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Consult another unit on it, until a day of its own
         * @description Where no day is named, until the end of the term that the policy of the directive sets.
         */
        post: operations["mattersConsult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matters/{id}/answer-consultation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer what one was consulted on
         * @description For the unit that was consulted.
         */
        post: operations["mattersAnswerConsultation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directives/{id}/confirm-deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm all that a new calendar or policy makes of its dates
         * @description For an issuer: every deadline that `would-move` lists, each for itself. What is refused is told with its code and holds up no other;
         *     where every one is refused, so is the whole.
         */
        post: operations["movesConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Prometheus asks for: how the log is followed, what waits for a person, how requests are answered */
        get: operations["metricsText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a unit has been told, the latest first */
        get: operations["readingNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/streams/{stream}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every event of a stream, oldest first */
        get: operations["readingStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/streams/{stream}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A stream as it is sealed: the checkpoint, each event as it is hashed, and the way from it to the root */
        get: operations["readingEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lookup/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How something stands, or stood, by whatever name it has */
        get: operations["readingLookUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lookup/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every event of something, by whatever name it has */
        get: operations["readingLookUpHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lookup/{id}/who": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who answered for a task at the end of a day */
        get: operations["readingWho"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What becomes of a directive, played in memory on a clock of its own; changes nothing, and is not kept */
        post: operations["rehearsalsRehearse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every unit, group and placeholder that is registered */
        get: operations["registryUnits"];
        put?: never;
        /**
         * Register the units of a file, or correct them
         * @description In the capacity of a secretariat.
         */
        post: operations["registryRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A unit, a group or a placeholder */
        get: operations["registryUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every edition of every policy, calendar and form; what one says is in its history */
        get: operations["registryReferences"];
        put?: never;
        /**
         * Put an edition of a policy, a calendar or a form in force
         * @description In the capacity of a secretariat.
         */
        post: operations["registryPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The four buckets over tasks with a deadline, of any number of them, and the share done of what fell due */
        get: operations["reportsStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report as of a moment, each figure with its formula and the tasks that it counts */
        get: operations["reportsReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{kind}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same report as a file: CSV (its first sheet) or XLSX. Text in it is never a formula */
        get: operations["reportsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Directives, matters, tasks and units by their words; marks, đ and Cyrillic look-alikes do not matter */
        get: operations["searchSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many tasks there are of each sort, among those that the reader may see */
        get: operations["searchCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Standing units that were set up, by directive, committee and state */
        get: operations["standingUnitListStandingUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{id}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a unit is told of its notices, and which calendars it has */
        get: operations["subscriptionsList"];
        put?: never;
        /**
         * Have a unit told by mail or webhook, or make it a calendar
         * @description In the capacity of a secretariat.
         */
        post: operations["subscriptionsOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{id}/subscriptions/{subscription}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a subscription; the address of a calendar is good no more
         * @description In the capacity of a secretariat.
         */
        post: operations["subscriptionsEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/successions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every succession, and how far it is */
        get: operations["successionsSuccessions"];
        put?: never;
        /**
         * Enter which units follow which
         * @description In the capacity of a secretariat.
         */
        post: operations["successionsPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/successions/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of everything that predecessors held, recomputed from the log */
        get: operations["successionsProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/successions/{id}/successor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name a successor that was not known
         * @description In the capacity of a secretariat.
         */
        post: operations["successionsName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/successions/{id}/effective-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fix the day of a succession
         * @description In the capacity of a secretariat.
         */
        post: operations["successionsFix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/successions/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a succession off
         * @description In the capacity of a secretariat.
         */
        post: operations["successionsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/successions/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide who gets something that a split or dissolved unit held
         * @description In the capacity of a secretariat.
         */
        post: operations["successionsDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks, by directive, unit, state, deadline class and kind, in the order of deadlines */
        get: operations["taskListTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide what the text leaves open
         * @description For an issuer.
         */
        post: operations["taskCourseDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct how it was entered
         * @description For an issuer.
         */
        post: operations["taskCourseCorrect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the event has come about with which it begins
         * @description For an issuer or the lead.
         */
        post: operations["taskCourseStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/request-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for more time
         * @description For the lead, before the deadline.
         */
        post: operations["taskLifeRequestExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/grant-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant more time
         * @description For an issuer or its delegate.
         */
        post: operations["taskLifeGrantExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/refuse-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse more time
         * @description For an issuer or its delegate.
         */
        post: operations["taskLifeRefuseExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/override-deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a date by the order of a higher authority */
        post: operations["taskLifeOverrideDeadline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/confirm-deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm what a new calendar or policy makes of a date
         * @description For an issuer.
         */
        post: operations["taskLifeConfirmDeadline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that it is not theirs
         * @description For whoever has it, within the term for acknowledging it.
         */
        post: operations["taskLifeRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/uphold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide that it stays where it is
         * @description For an issuer.
         */
        post: operations["taskLifeUphold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give it to another unit
         * @description For an issuer.
         */
        post: operations["taskLifeReassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend it
         * @description For an issuer.
         */
        post: operations["taskLifeSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume it
         * @description For an issuer.
         */
        post: operations["taskLifeResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel it
         * @description For an issuer.
         */
        post: operations["taskLifeCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/delegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pass part of it on
         * @description For the lead, who stays accountable.
         */
        post: operations["taskLifeDelegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/decide-on-part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide on a part that was passed on
         * @description For the lead.
         */
        post: operations["taskLifeDecideOnPart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/contribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Contribute to it
         * @description For a coordinator.
         */
        post: operations["taskLifeContribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/ask-contribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a contribution or an opinion
         * @description For the lead.
         */
        post: operations["taskLifeAskContribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/demand-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Demand a report
         * @description For an issuer, or whom it is reported to.
         */
        post: operations["taskLifeDemandReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a task stands, or stood */
        get: operations["tasksTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every event of a task, oldest first */
        get: operations["tasksHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a task comes from, up to the clause that nothing stands above, and what came of it, down to the last unit */
        get: operations["tasksChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it has arrived */
        post: operations["tasksAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report progress, or a milestone */
        post: operations["tasksReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit it as done */
        post: operations["tasksSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept what was submitted
         * @description For an issuer.
         */
        post: operations["tasksAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return it for rework
         * @description For an issuer.
         */
        post: operations["tasksReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/lapse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End what is never complete
         * @description For an issuer: standing duties and the like.
         */
        post: operations["tasksLapse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign what the text left to nobody
         * @description For an issuer.
         */
        post: operations["tasksAssign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a new name of a unit
         * @description In the capacity of a secretariat.
         */
        post: operations["unitLifeRename"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{id}/put-under": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a unit under another
         * @description In the capacity of a secretariat.
         */
        post: operations["unitLifePutUnder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{id}/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a unit in a group
         * @description In the capacity of a secretariat.
         */
        post: operations["unitLifeAdmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a unit out of a group
         * @description In the capacity of a secretariat.
         */
        post: operations["unitLifeDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscribers/{subscriber}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a saga or a view go on with a stream on which it failed
         * @description In the capacity of an administrator, once what was wrong is mended. What came after in the stream was held back, and is handled now. It is kept why.
         */
        post: operations["upkeepRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{view}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a view built anew from the log
         * @description In the capacity of an administrator. It is built from the log beside the live one, by whoever is free, and takes its place at once when it has got as far; till then everybody reads what was there. GET /health names it while it is being built. What came of it is in the stream rebuild-views.
         */
        post: operations["rebuildsRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which key receivers know that a webhook comes from here (Standard Webhooks, Ed25519) */
        get: operations["webhooksKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        FirstAdministratorDto: {
            /**
             * @description From the link that the server printed.
             * @example jX3…
             */
            invitation: string;
            /**
             * @description By which somebody signs in. In lower case.
             * @example ann.nguyen
             */
            login: string;
            /**
             * @description What you are called.
             * @example Ann Nguyen
             */
            name: string;
            /**
             * @description A new password: 12 to 200 characters, whichever. No sequence, nothing said again and again, and without login, name, “edict” or the word for password.
             * @example three words and a half
             */
            password: string;
        };
        TakeUpDto: {
            /**
             * @description As it was handed over.
             * @example jX3…
             */
            invitation: string;
            /**
             * @description A new password: 12 to 200 characters, whichever. No sequence, nothing said again and again, and without login, name, “edict” or the word for password.
             * @example three words and a half
             */
            password: string;
        };
        LogoutDto: {
            /**
             * @description As the provider signed it.
             * @example eyJhbGciOiJSUzI1NiJ9.eyJldmVudHMiOnt9fQ.c2lnbmF0dXJl
             */
            logout_token: string;
        };
        ChangePasswordDto: {
            /**
             * @description The one until now.
             * @example three words and a half
             */
            current: string;
            /**
             * @description A new password: 12 to 200 characters, whichever. No sequence, nothing said again and again, and without login, name, “edict” or the word for password.
             * @example three words and a half
             */
            password: string;
        };
        OutcomeDto: {
            /**
             * @description Whose history it is in.
             * @example task-377382a2-872e-52f5-a595-b42487faf286
             */
            stream: string;
            /**
             * @description Of the last event in it.
             * @example 1
             */
            revision: number;
            /**
             * @description For If-Position-At-Least, to read what was just written. To be sent back as it is.
             * @example task-377382a2-872e-52f5-a595-b42487faf286@1
             */
            position: string;
        };
        PasswordDto: {
            /**
             * @description Your password.
             * @example three words and a half
             */
            password: string;
        };
        CodeDto: {
            /**
             * @description The six digits of your authenticator.
             * @example 123456
             */
            code: string;
        };
        OpenAccountDto: {
            /**
             * @description For whom.
             * @enum {string}
             */
            kind: "person" | "machine";
            /**
             * @description What it is called. In no event: it can be erased.
             * @example Ann Nguyen
             */
            name: string;
            /**
             * @description By which somebody signs in. In lower case.
             * @example ann.nguyen
             */
            login?: string;
        };
        GiveGrantDto: {
            /**
             * @description As what.
             * @enum {string}
             */
            capacity: "officer" | "secretariat" | "standingUnit" | "inspector" | "auditor" | "leader" | "administrator";
            /**
             * @description For which unit; `installation` for an administrator.
             * @example government-party-committee
             */
            unit: string;
            /**
             * Format: date-time
             * @description From when on; now, if left out.
             * @example 2025-06-10T09:00:00+07:00
             */
            from?: string;
            /**
             * Format: date-time
             * @description Up to, not including, when; until it is withdrawn, if left out.
             * @example 2025-06-10T09:00:00+07:00
             */
            until?: string;
            /**
             * @description By what.
             * @example Decision No. 12-QĐ/VP of 2 June 2025
             */
            basis: string;
        };
        ReasonDto: {
            /**
             * @description Why.
             * @example Left the ministry on 1 July.
             */
            reason: string;
        };
        SetClearanceDto: {
            /**
             * @description Up to which level they read.
             * @enum {string}
             */
            level: "open" | "internal" | "confidential" | "secret" | "top-secret";
            /**
             * @description And which compartments.
             * @example [
             *       "energy"
             *     ]
             */
            compartments: string[];
            /**
             * @description By what.
             * @example Decision No. 3 of 2 June 2025
             */
            basis: string;
        };
        LinkSubjectDto: {
            /**
             * @description Who they are to the identity provider: its `sub`.
             * @example 248289761001
             */
            subject: string;
        };
        EstablishOfficeDto: {
            /**
             * @description In which unit.
             * @example government-party-committee
             */
            unit: string;
            /**
             * @description As what its holder acts.
             * @enum {string}
             */
            capacity: "officer" | "secretariat" | "standingUnit" | "inspector" | "auditor" | "leader";
            /**
             * @description What it is called.
             * @example Chief of office
             */
            title: string;
        };
        AppointDto: {
            /**
             * @description Whom.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            account: string;
            /**
             * @description As what.
             * @enum {string}
             */
            as: "holder" | "substitute";
            /**
             * Format: date-time
             * @description From when on; now, if left out.
             * @example 2025-06-10T09:00:00+07:00
             */
            from?: string;
            /**
             * Format: date-time
             * @description Up to, not including, when; a substitute always has an end.
             * @example 2025-06-10T09:00:00+07:00
             */
            until?: string;
            /**
             * @description By what.
             * @example Decision No. 4 of 2 June 2025
             */
            basis: string;
        };
        SignInDto: {
            /**
             * @description Your login.
             * @example ann.nguyen
             */
            login: string;
            /**
             * @description Your password.
             * @example three words and a half
             */
            password: string;
            /**
             * @description The six digits of your authenticator, if you have set one up.
             * @example 123456
             */
            code?: string;
        };
        ConfirmDto: {
            /**
             * @description Your password.
             * @example three words and a half
             */
            password: string;
            /**
             * @description The six digits of your authenticator, if you have set one up.
             * @example 123456
             */
            code?: string;
        };
        IssueTokenDto: {
            /**
             * @description What it is for.
             * @example Nightly import
             */
            name: string;
            /**
             * Format: date-time
             * @description Up to, not including, when: within 366 days.
             * @example 2025-06-10T09:00:00+07:00
             */
            until: string;
            /**
             * @description A machine; your own account, if left out.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            account?: string;
            /**
             * @description Only to read.
             * @example true
             */
            reading?: boolean;
            /**
             * @description In these capacities only.
             * @example [
             *       "officer"
             *     ]
             */
            capacities?: string[];
            /**
             * @description For these units only.
             * @example [
             *       "government-party-committee"
             *     ]
             */
            units?: string[];
        };
        RevokeTokenDto: {
            /**
             * @description Whose; your own, if left out.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            account?: string;
        };
        HandleDeliveryDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description Why.
             * @example The mail server is back.
             */
            reason: string;
        };
        IssueDirectiveDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description The text of a directive file, as YAML or JSON.
             * @example directive: …
             */
            document: string;
            /**
             * @description The policy by which it is watched.
             * @example vn-party
             */
            policyId: string;
            /**
             * @description The calendar by which working days are counted.
             * @example vn-working-days
             */
            calendarId: string;
            /**
             * Format: date
             * @description The day of issue, on which `occurredAt` lies. The editions that are valid then apply.
             * @example 2025-05-16
             */
            issuedOn: string;
        };
        CheckDirectiveDto: {
            /**
             * @description The text of a directive file, as YAML or JSON.
             * @example directive: …
             */
            document: string;
            /**
             * Format: date
             * @description The day on which groups are looked at; today, if left out.
             * @example 2025-05-16
             */
            issuedOn?: string;
        };
        BeginWatchDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * Format: date-time
             * @description From when on the tasks of a directive that was entered late are waited for.
             * @example 2025-06-10T09:00:00+07:00
             */
            from: string;
        };
        ImplementClauseDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * Format: uuid
             * @description The higher directive.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            directiveId: string;
            /**
             * @description Its clause.
             * @example 2.6
             */
            clause: string;
            /**
             * @description The clauses of this directive that bring it down. Left out: all of it does.
             * @example [
             *       "1.b1"
             *     ]
             */
            by?: string[];
        };
        WithdrawImplementationDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * Format: uuid
             * @description The higher directive.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            directiveId: string;
            /**
             * @description Its clause.
             * @example 2.6
             */
            clause: string;
            /**
             * @description Why it was wrong.
             * @example It was another clause.
             */
            reason: string;
        };
        EnteredDueDto: {
            /**
             * Format: date
             * @description The day that the other document names.
             * @example 2025-05-16
             */
            on?: string;
            /**
             * @description The month that it names, in the place of a day.
             * @example 2025-07
             */
            month?: string;
            /**
             * @description How it ties the task to the day.
             * @enum {string}
             */
            bound: "by" | "on" | "within" | "end-of" | "before" | "from";
            /**
             * @description Whether the day binds, is expected, or is only striven for.
             * @enum {string}
             */
            firmness: "firm" | "expected" | "strive";
            /**
             * @description Its words.
             * @example by the end of June
             */
            phrase?: string;
        };
        EnteredMilestoneDto: {
            /**
             * @description What it is called.
             * @example draft
             */
            name: string;
            due: components["schemas"]["EnteredDueDto"];
        };
        SourceDto: {
            /**
             * @description Its number, as printed.
             * @example 386-BC/BTCTW
             */
            number?: string;
            /**
             * @description What kind of document it is, in English.
             * @example report
             */
            type: string;
            /**
             * @description Who issued it.
             * @example [
             *       "central-organising-commission"
             *     ]
             */
            issuers?: string[];
            /**
             * Format: date
             * @description Its date.
             * @example 2025-05-16
             */
            date?: string;
            /**
             * @description What it is about.
             * @example Results of two weeks
             */
            title: string;
        };
        EnterTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description Its ref, of which there is none yet.
             * @example 1-1
             */
            ref: string;
            /**
             * @description The clause that takes it over.
             * @example 1
             */
            clause: string;
            /**
             * @description What is to be done.
             * @example Hand the archives over.
             */
            statement: string;
            /**
             * @description Of what kind it is.
             * @enum {string}
             */
            kind: "once" | "standing" | "periodic" | "until" | "conditional";
            /**
             * @description Who answers for it; empty: nobody is addressed.
             * @example [
             *       "government-party-committee"
             *     ]
             */
            accountable: string[];
            /**
             * @description Who leads; empty: nobody is named.
             * @example [
             *       "government-party-committee"
             *     ]
             */
            lead: string[];
            /**
             * @description Who works with the lead.
             * @example [
             *       "central-party-office"
             *     ]
             */
            coordinating?: string[];
            /**
             * @description Who gets the result.
             * @example [
             *       "politburo"
             *     ]
             */
            reportsTo?: string[];
            /**
             * @description Each member of the groups that answer for it has it for itself.
             * @enum {boolean}
             */
            each?: true;
            /**
             * @description It is called urgent.
             * @enum {boolean}
             */
            urgent?: true;
            due?: components["schemas"]["EnteredDueDto"];
            /**
             * @description What is to be reached on the way, each with a day of its own.
             * @example [
             *       {
             *         "name": "draft",
             *         "due": {
             *           "on": "2025-07-31",
             *           "bound": "by",
             *           "firmness": "firm"
             *         }
             *       }
             *     ]
             */
            milestones?: components["schemas"]["EnteredMilestoneDto"][];
            /**
             * @description Tasks of the directive that it waits for.
             * @example [
             *       "3.b5-2"
             *     ]
             */
            after?: string[];
            /**
             * @description How often it comes round.
             * @enum {string}
             */
            every?: "week" | "month" | "quarter" | "half-year" | "year";
            /**
             * @description What is to come of it.
             * @example An inventory.
             */
            output?: string;
            source: components["schemas"]["SourceDto"];
        };
        TaskEffectDto: {
            /**
             * @description The task.
             * @example 3.b5-2
             */
            ref: string;
            /**
             * @description One of several units that have it. Left out: all of them.
             * @example ppc-ha-noi
             */
            member?: string;
            /**
             * @description What becomes of it.
             * @enum {string}
             */
            effect: "keep" | "change" | "cancel" | "replace";
            /**
             * Format: date
             * @description To which day it is moved, where it is changed.
             * @example 2025-05-16
             */
            toOn?: string;
            /**
             * @description The task of the further document that replaces it.
             * @example 1-1
             */
            by?: string;
        };
        ChangeDirectiveDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * Format: uuid
             * @description The further document.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            directiveId: string;
            /**
             * @description What it does to this directive.
             * @enum {string}
             */
            how: "amends" | "supersedes" | "revokes" | "reaffirms";
            /**
             * @description What becomes of open tasks.
             * @example [
             *       {
             *         "ref": "3.b5-2",
             *         "effect": "keep"
             *       }
             *     ]
             */
            effects: components["schemas"]["TaskEffectDto"][];
            /**
             * @description What becomes of open tasks that are not named. Left out: each must be named.
             * @enum {string}
             */
            others?: "keep" | "cancel";
            /**
             * @description Why.
             * @example In some words.
             */
            reason: string;
        };
        RecordFindingDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description Of which clause or task, by its reference. Left out: of the directive as a whole.
             * @example 3.b5-2
             */
            ref?: string;
            /**
             * @description What was found.
             * @example Of three reports that were due, one is there.
             */
            finding: string;
        };
        ReclassifyDirectiveDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description Who may read it from now on, and all that hangs on it.
             * @enum {string}
             */
            classification: "open" | "internal" | "confidential" | "secret" | "top-secret";
            /**
             * @description What its readers must be cleared for besides. Left out: nothing.
             * @example [
             *       "energy"
             *     ]
             */
            compartments?: string[];
            /**
             * @description The decision or provision that it rests on.
             * @example Decision 41-QD/TW, Article 2.
             */
            basis: string;
        };
        AskExportDto: {
            /**
             * Format: date-time
             * @description As known at that moment; now, if left out.
             * @example 2025-06-10T09:00:00+07:00
             */
            asOf?: string;
            /**
             * Format: uuid
             * @description Of this directive.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            directiveId?: string;
            /**
             * @description Of the tasks that lie with this unit.
             * @example ministry-of-finance
             */
            unit?: string;
            /**
             * @description Of this form, for the report of that kind.
             * @example staff-at-the-merger
             */
            form?: string;
            /**
             * Format: date
             * @description Whose figures, for the report of a form.
             * @example 2025-05-16
             */
            on?: string;
            /**
             * @description Of which task, by its ref, where it is asked who owes a form.
             * @example 5.b3-1
             */
            ref?: string;
            /**
             * @description Which report.
             * @enum {string}
             */
            kind: "statistics" | "late" | "unit-form" | "coverage" | "piling-up" | "passing" | "form" | "form-owed";
            /**
             * @description As which file.
             * @enum {string}
             */
            format: "csv" | "xlsx";
        };
        FilledLineDto: {
            /**
             * @description Of which line, by its key: names may be alike.
             * @example civilServants
             */
            key: string;
            /**
             * @description The figure: 2382, or as it is written, 2,382, 2.382 or 2 382.
             * @example 2 382
             */
            value: string | number;
        };
        FileFormReportDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description Which form.
             * @example staff-at-the-merger
             */
            form: string;
            /**
             * Format: date
             * @description Whose state the figures say.
             * @example 2025-05-16
             */
            on: string;
            /**
             * @description A figure for each line of the form.
             * @example [
             *       {
             *         "key": "civilServants",
             *         "value": "2 382"
             *       }
             *     ]
             */
            values: components["schemas"]["FilledLineDto"][];
            /**
             * @description Why what was filled in before is replaced.
             * @example A district was counted twice.
             */
            correcting?: string;
        };
        ReceiveMatterDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * Format: uuid
             * @description The earlier matter that it repeats.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            repeats?: string;
            /**
             * @description Several have brought it together.
             * @enum {boolean}
             */
            collective?: true;
            /**
             * @description Those whom it concerns are to be treated with special care.
             * @enum {boolean}
             */
            specialCare?: true;
            /**
             * @description Further tasks that it endangers.
             * @example [
             *       "377382a2-872e-52f5-a595-b42487faf286"
             *     ]
             */
            endangers?: string[];
            /**
             * Format: uuid
             * @description The directive that it is about.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            directiveId: string;
            /**
             * @description What sort of matter it is.
             * @enum {string}
             */
            kind: "content" | "proposal" | "recommendation" | "obstacle" | "petition" | "hotlineCall";
            /**
             * @description What it is about.
             * @example Several localities have no funds for benefits.
             */
            subject: string;
            /**
             * @description The committee to whose desk it goes.
             * @example government-party-committee
             */
            desk: string;
            /**
             * @description Which desk of that committee; its standing unit, if left out.
             * @enum {string}
             */
            office?: "standingUnit" | "secretariat";
            /**
             * Format: uuid
             * @description The task that it endangers.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            concerning?: string;
            /**
             * @description For whom the desk enters it, where that is no unit. Nobody is named.
             * @enum {string}
             */
            behalf?: "organisation" | "citizen";
            /**
             * @description Who submits it, where the desk enters it; else it is the unit that acts.
             * @example ministry-of-finance
             */
            from?: string;
        };
        DirectMatterDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description Pass it on, or say how to go about it.
             * @enum {string}
             */
            how: "route" | "guide";
            /**
             * @description To whom.
             * @example ministry-of-finance
             */
            to: string;
            /**
             * @description The words.
             * @example Please settle this between you.
             */
            text: string;
        };
        AnswerMatterDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The answer.
             * @example Advance the sums from the reserve.
             */
            answer: string;
            /**
             * @description What the competent authority does with a recommendation; it has to say so.
             * @enum {string}
             */
            outcome?: "consider" | "solve" | "adjust";
        };
        RecommendMatterDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The competent authority.
             * @example competent-authorities
             */
            to: string;
            /**
             * @description What is recommended.
             * @example Decide which of the two leads.
             */
            recommendation: string;
        };
        MarkMatterDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * Format: uuid
             * @description The earlier matter that it repeats.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            repeats?: string;
            /**
             * @description Several have brought it together.
             * @enum {boolean}
             */
            collective?: true;
            /**
             * @description Those whom it concerns are to be treated with special care.
             * @enum {boolean}
             */
            specialCare?: true;
            /**
             * @description Further tasks that it endangers.
             * @example [
             *       "377382a2-872e-52f5-a595-b42487faf286"
             *     ]
             */
            endangers?: string[];
            /**
             * @description How it is known.
             * @example The same village asked in May.
             */
            reason: string;
        };
        ConsultUnitDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description Who is consulted.
             * @example ministry-of-finance
             */
            unit: string;
            /**
             * @description What is asked.
             * @example Are there funds for it?
             */
            question: string;
            /**
             * Format: date
             * @description By when: that day is the last. Left out: when the term ends that the policy of the directive sets.
             * @example 2025-05-16
             */
            on?: string;
        };
        AnswerConsultationDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description Which consultation of the matter.
             * @example 1
             */
            consultation: number;
            /**
             * @description The answer.
             * @example There are, from July on.
             */
            answer: string;
        };
        ConfirmDeadlinesDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description Why.
             * @example Edition 2 of the calendar has a holiday more.
             */
            reason: string;
        };
        RehearseDto: {
            /**
             * @description The text of a directive file, as YAML or JSON.
             * @example directive: …
             */
            document: string;
            /**
             * Format: date
             * @description The day on which it is issued, as the rehearsal has it.
             * @example 2025-05-16
             */
            from: string;
            /**
             * Format: date
             * @description The last day that is played: within three years.
             * @example 2025-05-16
             */
            until: string;
            /**
             * @description The registered policy by which it is watched.
             * @example vn-party
             */
            policyId: string;
            /**
             * @description The registered calendar by which working days are counted.
             * @example vn-working-days
             */
            calendarId: string;
            /**
             * @description A policy file in place of the registered policy: what would change under it.
             * @example policy: …
             */
            policy?: string;
            /**
             * @description A script: who does what and when. Without it nobody acts.
             * @example - {at: …, as: …, do: acknowledge, task: …}
             */
            script?: string;
        };
        RegisterUnitsDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description A units file, as YAML or JSON.
             * @example units:
             *       - {id: ministry-of-examples, kind: unit, level: ministry, parent: null, names: {en: Ministry of Examples}}
             */
            document: string;
        };
        PublishReferenceDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description A policy file, a calendar file or a form file, as YAML or JSON.
             * @example policy: …
             */
            document: string;
        };
        EvidencedDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
        };
        OpenSubscriptionDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description By mail, by webhook, or as a calendar to subscribe to.
             * @enum {string}
             */
            channel: "mail" | "webhook" | "calendar";
            /**
             * @description Where to: a mail address, or an address of a webhook. Of a calendar it is left out.
             * @example office@hanoi.example
             */
            address?: string;
            /**
             * @description In which mail is written; English, if left out. It counts for mail only.
             * @enum {string}
             */
            language?: "vi" | "en" | "ru" | "uk";
        };
        EndSubscriptionDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description Why.
             * @example The box has moved.
             */
            reason: string;
        };
        PlanSuccessionDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description Its name, once for ever.
             * @example merge-2025-tuyen-quang
             */
            id: string;
            /**
             * @description Who is succeeded; empty for what is created.
             * @example [
             *       "ppc-ha-giang",
             *       "ppc-tuyen-quang"
             *     ]
             */
            from: string[];
            /**
             * @description Who follows; left out while that is not known.
             * @example ppc-tuyen-quang-2025
             */
            to?: string;
            /**
             * @description What sort of change it is.
             * @enum {string}
             */
            kind: "create" | "merge" | "split" | "rename" | "dissolve" | "transfer";
            /**
             * @description How far it has come, as the text says.
             * @enum {string}
             */
            status?: "planned" | "decided" | "pilot" | "done";
            /**
             * @description Where nobody is named: whether that is not known yet, or nobody ever follows.
             * @enum {string}
             */
            successor?: "unknown" | "nobody";
            /**
             * Format: date
             * @description From when on; left out while that is not known.
             * @example 2025-05-16
             */
            effectiveOn?: string;
            /**
             * @description By which act.
             * @example Resolution 202/2025/QH15 of 12 June 2025
             */
            basis: string;
            /**
             * @description Where the day begins; Asia/Ho_Chi_Minh by default.
             * @example Asia/Ho_Chi_Minh
             */
            zone?: string;
        };
        NameSuccessorDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description Who follows.
             * @example ppc-tuyen-quang-2025
             */
            to: string;
            /**
             * @description By which act.
             * @example Resolution 202/2025/QH15 of 12 June 2025
             */
            basis: string;
        };
        FixEffectiveDayDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * Format: date
             * @description From when on.
             * @example 2025-05-16
             */
            on: string;
            /**
             * @description By which act.
             * @example Resolution 202/2025/QH15 of 12 June 2025
             */
            basis: string;
        };
        WithdrawSuccessionDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description Why.
             * @example The resolution was not adopted.
             */
            reason: string;
        };
        DecideHoldingDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description What was held, by its stream.
             * @example task-377382a2-872e-52f5-a595-b42487faf286
             */
            holding: string;
            /**
             * @description Who gets it.
             * @example ppc-tuyen-quang-2025
             */
            to: string;
            /**
             * @description Why.
             * @example The building lies in its part.
             */
            reason: string;
        };
        RulingDto: {
            /**
             * @description Who leads.
             * @example ministry-of-finance-party-committee
             */
            lead?: string;
            /**
             * @description Who coordinates.
             * @example [
             *       "ministry-of-finance"
             *     ]
             */
            coordinating?: string[];
            /**
             * @description To whom it is reported.
             * @example [
             *       "politburo"
             *     ]
             */
            reportsTo?: string[];
            /**
             * @description How often it comes round.
             * @enum {string}
             */
            every?: "week" | "month" | "quarter" | "half-year" | "year";
            /**
             * @description One task for all of them together.
             * @enum {boolean}
             */
            common?: true;
            /**
             * @description One task for each member of the group, with what had become of its terms by then; the one for all together is cancelled.
             * @enum {boolean}
             */
            each?: true;
        };
        DecideFindingDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The finding that is decided on.
             * @enum {string}
             */
            finding: "several-leads" | "no-lead" | "no-accountable" | "placeholder-not-filled" | "open-coordinators" | "group-without-members" | "no-interval" | "common-or-each";
            ruling: components["schemas"]["RulingDto"];
            /**
             * @description Why.
             * @example In some words.
             */
            reason: string;
        };
        CorrectionDto: {
            /**
             * @description What is to be done.
             * @example In some words.
             */
            statement?: string;
            /**
             * @description What is to come of it.
             * @example In some words.
             */
            output?: string;
            /**
             * @description Whether it is urgent.
             * @example true
             */
            urgent?: boolean;
            /**
             * @description Who coordinates.
             * @example [
             *       "ministry-of-finance"
             *     ]
             */
            coordinating?: string[];
            /**
             * @description To whom it is reported.
             * @example [
             *       "politburo"
             *     ]
             */
            reportsTo?: string[];
        };
        CorrectRegistrationDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description What was entered wrongly.
             * @example A line of the annex was left out.
             */
            reason: string;
            changes: components["schemas"]["CorrectionDto"];
        };
        StartTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description What has come about.
             * @example The Assembly has passed the resolution.
             */
            event: string;
            /**
             * Format: date
             * @description The last day on which it can be met.
             * @example 2025-05-16
             */
            toOn?: string;
        };
        RequestExtensionDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The assignment that is meant, as the task shows it.
             * @example 1
             */
            assignment: number;
            /**
             * Format: date
             * @description The new last day: a working day after the present one.
             * @example 2025-05-16
             */
            toOn: string;
            /**
             * @description Why more time is needed.
             * @example Seven drafts await the opinion of other sectors.
             */
            reason: string;
            /**
             * @description What has been done.
             * @example Twenty-three of thirty drafts are finished.
             */
            progress: string;
        };
        GrantExtensionDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The request that is meant, as the task shows it.
             * @example 1
             */
            request: number;
            /**
             * Format: date
             * @description Another day than was asked for.
             * @example 2025-05-16
             */
            toOn?: string;
            /**
             * @description Why.
             * @example In some words.
             */
            reason?: string;
            /**
             * @description Why a part may end after the whole.
             * @example In some words.
             */
            exception?: string;
        };
        RefuseExtensionDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The request that is meant, as the task shows it.
             * @example 1
             */
            request: number;
            /**
             * @description Why.
             * @example The session of the Assembly does not wait.
             */
            reason: string;
        };
        OrderDto: {
            /**
             * @description Its number, as printed.
             * @example 160-KL/TW
             */
            number: string;
            /**
             * @description Who gave it.
             * @example politburo
             */
            issuer: string;
            /**
             * @description What it is about.
             * @example In some words.
             */
            title?: string;
            /**
             * Format: date
             * @description Its date.
             * @example 2025-05-16
             */
            on?: string;
        };
        OverrideDeadlineDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            order: components["schemas"]["OrderDto"];
            /**
             * Format: date
             * @description The last day on which it can be met then.
             * @example 2025-05-16
             */
            toOn: string;
            /**
             * @description Why.
             * @example In some words.
             */
            reason: string;
        };
        ConfirmDeadlineDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The deadline that is given up, as the task shows it.
             * @example 2025-06-25T17:00:00.000Z
             */
            from: string;
            /**
             * @description Why.
             * @example The calendar of 2025 has a new swapped day.
             */
            reason: string;
        };
        RefuseTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The assignment that is meant, as the task shows it.
             * @example 1
             */
            assignment: number;
            /**
             * @description Why it is not theirs.
             * @example Archives of the state are with Home Affairs.
             */
            reason: string;
            /**
             * @description Whose it is, in their view.
             * @example ministry-of-home-affairs
             */
            suggests?: string;
        };
        UpholdAssignmentDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The assignment that is meant, as the task shows it.
             * @example 1
             */
            assignment: number;
            /**
             * @description Why.
             * @example In some words.
             */
            reason: string;
        };
        ReassignTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The assignment that is meant, as the task shows it.
             * @example 1
             */
            assignment: number;
            /**
             * @description Who is to do it.
             * @example ministry-of-home-affairs
             */
            unit: string;
            /**
             * @description Why.
             * @example In some words.
             */
            reason: string;
        };
        SuspendTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description Why.
             * @example In some words.
             */
            reason: string;
            order?: components["schemas"]["OrderDto"];
        };
        ResumeTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description Why.
             * @example In some words.
             */
            reason: string;
            /**
             * Format: date
             * @description The last day on which it can be met then. Without it the deadline stands.
             * @example 2025-05-16
             */
            toOn?: string;
        };
        CancelTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description Why.
             * @example In some words.
             */
            reason: string;
            order?: components["schemas"]["OrderDto"];
        };
        DelegateTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The assignment that is meant, as the task shows it.
             * @example 1
             */
            assignment: number;
            /**
             * @description Who is to do the part.
             * @example department-of-home-affairs
             */
            unit: string;
            /**
             * @description What the part is; without it, the words of the whole.
             * @example In some words.
             */
            statement?: string;
            /**
             * Format: date
             * @description The last day on which it can be met then. Without it, that of the whole.
             * @example 2025-05-16
             */
            toOn?: string;
            /**
             * @description Why the part may end after the whole.
             * @example In some words.
             */
            exception?: string;
        };
        DecideOnChildDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * Format: uuid
             * @description The part, as the task shows it.
             * @example 377382a2-872e-52f5-a595-b42487faf286
             */
            child: string;
            /**
             * @description Whether it ends, or goes on by itself.
             * @enum {string}
             */
            decision: "cancel" | "leave";
            /**
             * @description Why.
             * @example In some words.
             */
            reason: string;
        };
        ContributeToTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description What is contributed.
             * @example The chapter on archives.
             */
            contribution: string;
        };
        AskContributionDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The assignment that is meant, as the task shows it.
             * @example 1
             */
            assignment: number;
            /**
             * @description Of whom.
             * @example ministry-of-finance
             */
            unit: string;
            /**
             * @description What is asked for.
             * @example In some words.
             */
            what: string;
            /**
             * @description It is an opinion, and counted as such.
             * @example true
             */
            opinion?: boolean;
            /**
             * Format: date
             * @description The last day for it; not after the deadline of the task.
             * @example 2025-05-16
             */
            toOn?: string;
        };
        DemandReportDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description What is to be reported.
             * @example In some words.
             */
            what: string;
            /**
             * Format: date
             * @description The last day for it.
             * @example 2025-05-16
             */
            toOn?: string;
        };
        AcknowledgeTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The assignment that is meant, as the task shows it.
             * @example 1
             */
            assignment: number;
        };
        ReportProgressDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The assignment that is meant, as the task shows it.
             * @example 1
             */
            assignment: number;
            /**
             * @description What has been done.
             * @example Twenty of thirty drafts are finished.
             */
            report: string;
            /**
             * @description The milestone that is met with it.
             * @example drafts finished
             */
            milestone?: string;
            /**
             * @description The period that it is for; without it, the oldest that is open.
             * @example 1
             */
            occurrence?: number;
        };
        SubmitTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The assignment that is meant, as the task shows it.
             * @example 1
             */
            assignment: number;
            /**
             * @description That it is done, and how.
             * @example All documents are issued.
             */
            report: string;
        };
        AcceptTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The submission that is meant, as the task shows it.
             * @example 1
             */
            submission: number;
        };
        ReturnTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description The submission that is meant, as the task shows it.
             * @example 1
             */
            submission: number;
            /**
             * @description What is to be done better.
             * @example The annex is missing.
             */
            reason: string;
        };
        LapseTaskDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description How it is known: a receipt, an entry, a stamp. Required where `occurredAt` is in the past.
             * @example Receipt no. 41
             */
            evidence?: string;
            /**
             * @description Why it is no longer in force.
             * @example Replaced by a later directive.
             */
            reason: string;
        };
        AssignTaskToDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description Who is to do it.
             * @example government-party-committee
             */
            unit: string;
        };
        UnitNamesDto: {
            /**
             * @description In English.
             * @example Ministry of Agriculture and Environment
             */
            en?: string;
            /**
             * @description In Vietnamese.
             * @example Bộ Nông nghiệp và Môi trường
             */
            vi?: string;
            /**
             * @description In Russian.
             * @example Министерство сельского хозяйства
             */
            ru?: string;
            /**
             * @description In Ukrainian.
             * @example Міністерство сільського господарства
             */
            uk?: string;
        };
        RenameUnitDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * Format: date
             * @description From when on.
             * @example 2025-05-16
             */
            on: string;
            /**
             * @description By which act.
             * @example Decision 12 of 24 January 2025
             */
            basis: string;
            names: components["schemas"]["UnitNamesDto"];
        };
        PutUnitUnderDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * Format: date
             * @description From when on.
             * @example 2025-05-16
             */
            on: string;
            /**
             * @description By which act.
             * @example Decision 12 of 24 January 2025
             */
            basis: string;
            /**
             * @description Under whom; left out: under nobody.
             * @example central-committee
             */
            parent?: string;
        };
        AdmitMemberDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * Format: date
             * @description From when on.
             * @example 2025-05-16
             */
            on: string;
            /**
             * @description By which act.
             * @example Decision 12 of 24 January 2025
             */
            basis: string;
            /**
             * @description Who belongs to the group from then on.
             * @example ministry-of-finance
             */
            unit: string;
        };
        DismissMemberDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * Format: date
             * @description From when on.
             * @example 2025-05-16
             */
            on: string;
            /**
             * @description By which act.
             * @example Decision 12 of 24 January 2025
             */
            basis: string;
            /**
             * @description Who belongs to it no more.
             * @example ministry-of-finance
             */
            unit: string;
        };
        ReleaseStreamDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description category-id
             * @example task-377382a2-872e-52f5-a595-b42487faf286
             */
            stream: string;
            /**
             * @description Try the event again on which it was parked, or pass over it, which only a saga does, and who sends what goes out.
             * @enum {string}
             */
            how: "retry" | "skip";
            /**
             * @description Why.
             * @example The saga was mended in version 1.4.
             */
            reason: string;
        };
        RebuildViewDto: {
            /**
             * Format: date-time
             * @description When it occurred, if that was earlier than now.
             * @example 2025-06-10T09:00:00+07:00
             */
            occurredAt?: string;
            /**
             * @description Why.
             * @example A disk was damaged, and what it shows is doubted.
             */
            reason: string;
        };
        AccessShown: {
            /** Format: date-time */
            at: string;
            who: string;
            capacity: string;
            unit: string;
            act: string;
            about: string | null;
            from: string;
        };
        AccountShown: {
            id?: string;
            kind?: string;
            name?: string;
            login?: string | null;
            disabled?: boolean;
            grants?: components["schemas"]["Grant"][];
            clearance?: null | components["schemas"]["Clearance"];
            means?: string[];
            tokens?: components["schemas"]["TokenShown"][];
        };
        Answerers: {
            task: string;
            on: string;
            accountable: string[];
            lead: string[];
            coordinating: string[];
            successorOf: string[];
        };
        Appointment: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string | null;
            appointment: number;
            account: string;
            /** @enum {string} */
            as: "holder" | "substitute";
        };
        Attachment: {
            mediaType: string;
            bytes: number;
            sha256: string;
            about: string;
            level: string;
            directiveId: string;
            attachedAt: string;
            id: string;
            name: string | components["schemas"]["Sealed"];
        };
        AuthorityShown: {
            grant: components["schemas"]["Grant"];
            given: null | components["schemas"]["EventLine"];
        };
        Calendar: {
            id: string;
            version: number;
            covers: {
                from: string;
                until: string;
            };
            weeklyDaysOff: number[];
            holidays: string[];
            swappedWorkingDays: string[];
        };
        Chain: {
            up: components["schemas"]["Upward"];
            down: components["schemas"]["Downward"];
        };
        ChainTask: {
            id: string;
            ref: string;
            unit: string | null;
            state: string;
            dueAt: string | null;
        };
        ChangedBy: {
            directiveId: string;
            /** @enum {string} */
            how: "amends" | "reaffirms" | "revokes" | "supersedes";
            by: components["schemas"]["Order"];
            at: string;
        };
        Charter: {
            committees: string[];
            issuer: string;
            /** Format: date-time */
            issuedAt: string;
            fromOn: string;
            untilOn: string | null;
            /** @enum {string} */
            handOverTo: "committee" | "issuer" | "superior";
            rules: {
                zone: string;
                remindAt: string;
                quietHours: {
                    from: string;
                    until: string;
                } | null;
                sunsetNoticeDays: number;
                responseWorkingDays: number | null;
                calendar: components["schemas"]["Calendar"];
                sources: components["schemas"]["Sources"];
            };
        };
        ChildRow: {
            id: string;
            ref: string;
            unit: string;
            dueAt: string | null;
            ended: string | null;
            decided: string | null;
        };
        ClauseLine: {
            ref: string;
            /** @enum {string} */
            kind: "preamble" | "principle" | "task-bearing";
            text: string;
            parent: string | null;
            depth: number;
            due: null | components["schemas"]["Due"];
            byReference: string[];
        };
        Clearance: {
            /** @enum {string} */
            level: "confidential" | "internal" | "open" | "secret" | "top-secret";
            compartments: "all" | string[];
        };
        Conservation: {
            succession: string;
            from: string[];
            to: string | null;
            effectiveOn: string | null;
            cut: string | null;
            manifestHash: string | null;
            manifestAgrees: boolean | null;
            items: components["schemas"]["Item"][];
            tally: components["schemas"]["Count"];
            balanced: boolean;
        };
        ConsultationRow: {
            consultation: number;
            by: string;
            unit: string;
            dueAt: string;
            policy: {
                id: string;
                version: number;
                workingDays: number;
            } | null;
            /** @enum {string} */
            state: "answered" | "asked" | "ended" | "missed";
            askedAt: string;
            answeredAt: string | null;
        };
        ContributionRow: {
            unit: string;
            dueAt: string | null;
            /** @enum {string} */
            state: "asked" | "given" | "missed";
            at: string;
        };
        Count: {
            holdings: number;
            late: number;
            moved: number;
            closedMeanwhile: number;
            open: number;
        };
        Counts: {
            /** Format: date-time */
            at: string;
            total: number;
            groups: {
                key: string | null;
                count: number;
            }[];
        };
        Coverage: {
            clause: string;
            unit: string | null;
            name: string | null;
            level: string | null;
            /** @enum {string} */
            state: "acknowledged" | "cancelled" | "done" | "issued" | "notYetIssued" | "tasked";
            steps: number;
            through: string | null;
            documents: string[];
            total: number;
            states: {
                [key: string]: number;
            };
        };
        CoverageFigures: {
            coverage: {
                issued: number;
                notYetIssued: number;
                tasked: number;
                acknowledged: number;
                done: number;
                cancelled: number;
            };
            notComeDown: components["schemas"]["Missing"][];
        };
        DateMoved: {
            /** @enum {string} */
            how: "amended" | "extended" | "overridden" | "recalculated" | "resumed" | "started";
            from: string | null;
            to: string;
            at: string;
            reason: unknown;
            order: unknown;
        };
        DecisionRow: {
            finding: string;
            ruling: unknown;
            by: string;
            at: string;
            reason: unknown;
            members?: string[];
        };
        DeliveryRow: {
            deliveryId: string;
            notificationId: string;
            unit: string;
            notice: string;
            about: string;
            directiveId: string;
            subscription: string;
            channel: string;
            state: string;
            attempt: number;
            at: string | null;
            reason: string | null;
            changedAt: string;
        };
        Derivation: {
            says: components["schemas"]["DueHere"];
            zone: string;
            sources: components["schemas"]["Sources"];
            byIncludesTheDay: boolean;
            /** @enum {string} */
            roll: "next" | "none" | "previous";
            daysOff: string[];
            covered: boolean;
            remindDaysBefore: number[];
            remindAt: string;
            quietHours: {
                from: string;
                until: string;
            } | null;
            dueSoonDays: number;
            graceDays: number | null;
        };
        Directive: {
            issuers: string[];
            findings: components["schemas"]["Finding"][];
            implements: components["schemas"]["Implemented"][];
            changes: components["schemas"]["ChangedBy"][];
            directiveId: string;
            slug: string;
            number: string | null;
            type: string;
            term: string | null;
            title: string;
            adoptedOn: string | null;
            issuedOn: string;
            issuedAt: string;
            recordedAt: string;
            classification: string;
            urgency: string;
            watchFrom: string | null;
            force: string;
        };
        Downward: {
            directiveId: string;
            directive: string;
            clause: string;
            task: components["schemas"]["ChainTask"];
            down: components["schemas"]["Downward"][];
        };
        Due: {
            on?: string;
            month?: string;
            /** @enum {string} */
            bound: "before" | "by" | "end-of" | "from" | "on" | "within";
            /** @enum {string} */
            firmness: "expected" | "firm" | "strive";
            orAsOrderedBy?: string;
            phrase?: string;
            inferred?: string | boolean | string[];
            vague?: boolean;
            setBy?: string;
            note?: string;
        };
        DueHere: {
            on?: string;
            month?: string;
            /** @enum {string} */
            bound: "before" | "by" | "end-of" | "from" | "on" | "within";
            /** @enum {string} */
            firmness: "expected" | "firm" | "strive";
            orAsOrderedBy?: string;
            phrase?: string;
            inferred?: string | boolean | string[];
            vague?: boolean;
            setBy?: string;
            note?: string;
            clause?: string;
        };
        EventLine: {
            rejection?: string;
            occurredAt?: string;
            at?: string;
            stream: string;
            revision: number;
            type: string;
            data: unknown;
            actor: {
                id?: string;
                unit?: string;
                capacity?: string;
                origin?: string;
            };
            cause?: string;
        };
        Evidence: {
            checkpoint: string;
            stream: string;
            events: components["schemas"]["SealedEvent"][];
        };
        ExportTold: {
            id: string;
            /** @enum {string} */
            kind: "coverage" | "form" | "form-owed" | "late" | "passing" | "piling-up" | "statistics" | "unit-form";
            /** @enum {string} */
            format: "csv" | "xlsx";
            /** @enum {string} */
            state: "asked" | "made" | "refused";
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            until: string;
            file: {
                name: string;
                bytes: number;
                sha256: string;
            } | null;
            refusal: null | components["schemas"]["Refusal"];
        };
        Finding: {
            /** @enum {string} */
            code: "by-reference" | "common-or-each" | "date-before-issue" | "date-inferred" | "date-inherited" | "date-set-elsewhere" | "date-unknown" | "date-vague" | "effects-not-stated" | "effects-refused" | "figure-not-exact" | "group-members-incomplete" | "group-without-members" | "inspection" | "milestone-after-deadline" | "no-accountable" | "no-end" | "no-interval" | "no-lead" | "no-number" | "nobody-succeeds" | "not-assigned" | "number-not-parsed" | "one-of-several" | "open-coordinators" | "open-issue" | "or-as-ordered" | "placeholder-not-filled" | "recommended-upward" | "several-leads" | "starts-on-event" | "succession-doubled" | "succession-not-decided" | "succession-open" | "succession-pairwise" | "urgent-without-date" | "window-in-words" | "window-start-unknown";
            ref: string;
            message: string;
        };
        Flaw: {
            pointer: string;
            rule: string;
            message: string;
            line?: number;
            column?: number;
        };
        FormFigures: {
            form: string;
            on: string;
            edition: number;
            filled: number;
            units: string[];
            lines: components["schemas"]["LineTold"][];
        };
        FormOwedFigures: {
            form: string;
            on: string;
            edition: number;
            tasks: number;
            filled: number;
            units: string[];
            owed: components["schemas"]["Owed"][];
        };
        FormReportTold: {
            id: string;
            form: string;
            edition: number;
            directiveId: string;
            task: string;
            unit: string;
            on: string;
            values: {
                [key: string]: number;
            };
            written: {
                key: string;
                value: string | number;
            }[];
            corrections: number;
            filedAt: string;
            changedAt: string;
        };
        Grant: {
            /** @enum {string} */
            capacity: "*" | "administrator" | "auditor" | "inspector" | "leader" | "officer" | "secretariat" | "standingUnit";
            unit: string;
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            until: string | null;
            source: string;
        };
        HealthAnswer: {
            head?: string;
            subscribers?: components["schemas"]["SubscriberHealth"][];
            failedRings?: number;
            /** Format: date-time */
            lateSince?: string | null;
            deliveriesParked?: boolean;
            /** @enum {string} */
            queue?: "evicts" | "none" | "shared" | "unreachable";
            skews?: components["schemas"]["Skew"][];
            leases?: {
                name: string;
                epoch: number;
                holder: string;
                /** Format: date-time */
                until: string;
            }[];
            rebuilds?: {
                view: string;
                /** Format: date-time */
                askedAt: string;
                failing: null | components["schemas"]["Hindered"];
            }[];
            concerns: ("behind" | "clocksDiffer" | "deliveriesParked" | "failing" | "parked" | "queueEvicts" | "queueUnreachable" | "ringsFailed" | "ringsLate")[];
            /** @enum {string} */
            status: "degraded" | "ok";
        };
        Heap: {
            key: string;
            tasks: string[];
            matters: string[];
            because: {
                stuck: number;
                dueSoon: number;
                notAcknowledged: number;
                unanswered: number;
            };
            firstDueAt: string | null;
        };
        Hindered: {
            reason: string;
            /** Format: date-time */
            since: string;
        };
        Hit: {
            kind: string;
            id: string;
            directiveId: string | null;
            title: string;
        };
        Implemented: {
            directiveId: string;
            clause: string;
            by: string[];
            at: string;
            until?: string;
        };
        Invited: {
            stream: string;
            revision: number;
            position: string;
            invitation: string | null;
        };
        Item: {
            holding: string;
            held: {
                [key: string]: string[];
            };
            /** @enum {string} */
            arrival: "cut" | "late";
            /** @enum {string} */
            outcome: "closedMeanwhile" | "moved" | "open";
            at: string | null;
        };
        LateFigures: {
            byAccountable: components["schemas"]["LeaderTold"][];
            byLead: components["schemas"]["LeaderTold"][];
        };
        LeaderTold: {
            unit: string | null;
            doneLate: number;
            overdue: number;
            longestDays: number;
            meanWorkingDays: number | null;
            tasks: string[];
        };
        LineTold: {
            key: string;
            name: string;
            parts: string[];
            total: number;
        };
        Live: {
            /** @enum {string} */
            status: "live";
        };
        Made: {
            stream: string;
            revision: number;
            position: string;
            id: string;
            secret: string;
        };
        MatterSummary: {
            unit: string;
            from: string | null;
            state: string;
            kind: string;
            directiveId: string;
            concerning: string | null;
            office: string;
            behalf: string | null;
            repeats: string | null;
            recommendedTo: string | null;
            refusedBecause: string | null;
            receivedAt: string;
            answerBy: string | null;
            responseMissed: number;
            answeredAt: string | null;
            handedOverFrom: string | null;
            id: string;
            task: string | null;
            subject: unknown;
            answer: unknown;
            collective: boolean;
            specialCare: boolean;
            endangers: string[];
            consultations: components["schemas"]["ConsultationRow"][];
        };
        Means: {
            password: boolean;
            oidc: boolean;
        };
        MilestoneState: {
            name: string;
            dueAt: string | null;
            /** @enum {string} */
            state: "met" | "missed" | "open";
        };
        Missing: {
            unit: string | null;
            /** @enum {string} */
            state: "acknowledged" | "cancelled" | "done" | "issued" | "notYetIssued" | "tasked";
            directiveId: string;
            clause: string;
        };
        MoveConfirmed: {
            task: string;
            ref: string;
            member: string;
            unit: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            policy: string;
            calendar: string;
            /** @enum {string} */
            outcome: "confirmed" | "refused";
            code: string | null;
            message: string | null;
        };
        MovesConfirmed: {
            position: string;
            confirmed: number;
            refused: number;
            items: components["schemas"]["MoveConfirmed"][];
        };
        NamedFigure: {
            value: number;
            of: number | null;
            /** @enum {string} */
            bound: "about" | "at-least" | "at-most" | "exactly" | "less-than" | "more-than";
            name: string;
        };
        NoticeRow: {
            notificationId: string;
            unit: string;
            notice: string;
            about: string;
            directiveId: string;
            requestedAt: string;
            releaseAt: string;
        };
        OccurrenceRow: {
            occurrence: number;
            from: string;
            dueAt: string;
            /** @enum {string} */
            state: "late" | "missed" | "open" | "overdue" | "reported";
            reportedAt: string | null;
        };
        OccurrenceSummary: {
            occurrence: number;
            from: string;
            dueAt: string;
            /** @enum {string} */
            state: "late" | "missed" | "open" | "overdue" | "reported";
            reportedAt: string | null;
            task: string;
            member: string;
            unit: string | null;
        };
        Offer: {
            secret: string;
            uri: string;
        };
        OfficeRow: {
            officeId: string;
            unit: string;
            capacity: string;
            title: string;
            closedAt: string | null;
        };
        Opened: {
            stream: string;
            revision: number;
            position: string;
            id: string;
            invitation: string | null;
        };
        Order: {
            number: string;
            issuer: string;
            title?: string;
            on?: string;
        };
        Outcome: {
            stream: string;
            revision: number;
            position: string;
        };
        Owed: {
            task: string;
            unit: string;
            occurrence: number | null;
        };
        Parked: {
            stream: string;
            revision: number;
            reason: string;
        };
        Passed: {
            /** @enum {string} */
            act: "opinion" | "reassigned" | "refused" | "returned";
            unit: string;
            at: string;
            answeredAt: string | null;
        };
        PassingFigures: {
            passes: number;
            byUnit: {
                key: string;
                total: number;
                workingDays: number;
                acts: {
                    refused: {
                        count: number;
                        open: number;
                        workingDays: number;
                    };
                    reassigned: {
                        count: number;
                        open: number;
                        workingDays: number;
                    };
                    returned: {
                        count: number;
                        open: number;
                        workingDays: number;
                    };
                    opinion: {
                        count: number;
                        open: number;
                        workingDays: number;
                    };
                };
                tasks: string[];
            }[];
            byTask: {
                key: string;
                total: number;
                workingDays: number;
                acts: {
                    refused: {
                        count: number;
                        open: number;
                        workingDays: number;
                    };
                    reassigned: {
                        count: number;
                        open: number;
                        workingDays: number;
                    };
                    returned: {
                        count: number;
                        open: number;
                        workingDays: number;
                    };
                    opinion: {
                        count: number;
                        open: number;
                        workingDays: number;
                    };
                };
                tasks: string[];
            }[];
        };
        PilingUpFigures: {
            atHand: number;
            byKind: components["schemas"]["Heap"][];
            byUnit: components["schemas"]["Heap"][];
            byClause: components["schemas"]["Heap"][];
        };
        ReadFigure: {
            value: number;
            of: number | null;
            /** @enum {string} */
            bound: "about" | "at-least" | "at-most" | "exactly" | "less-than" | "more-than";
        };
        Ready: {
            /** @enum {string} */
            status: "ready";
        };
        ReferenceRow: {
            editionId: string;
            kind: string;
            referenceId: string;
            edition: number;
            validFrom: string;
            validUntil: string | null;
            publishedAt: string;
        };
        Refusal: {
            code: string;
            detail: string;
        };
        Registered: {
            position: string;
            units: components["schemas"]["Outcome"][];
        };
        RehearsalAnswer: {
            title: string;
            number: string | null;
            from: string;
            until: string;
            rules: components["schemas"]["RehearsalRules"];
            units: number;
            steps: components["schemas"]["RehearsalStep"][];
            deadlines: components["schemas"]["RehearsedDeadline"][];
            mandateUntil: string | null;
            counts: {
                tasks: number;
                byState: {
                    [key: string]: number;
                };
                byDeadlineClass: {
                    [key: string]: number;
                };
                byKind: {
                    [key: string]: number;
                };
                matters: {
                    [key: string]: number;
                };
                standingUnits: {
                    expected: number;
                    setUp: number;
                    missing: number;
                };
            };
            refusals: components["schemas"]["ScriptRefusal"][];
            findings: components["schemas"]["Finding"][];
        };
        RehearsalRules: {
            policyId: string;
            policyVersion: number;
            calendarId: string;
            calendarVersion: number;
            zone: string;
        };
        RehearsalStep: {
            at: string;
            type: string;
            refs: string[];
            units: string[];
            count: number;
            told: string[];
            offices: components["schemas"]["RehearsedOffice"][];
            code: string | null;
        };
        RehearsedDeadline: {
            ref: string;
            kind: string;
            dueAt: string;
            milestone: string | null;
            count: number;
            derivation: null | components["schemas"]["Derivation"];
        };
        RehearsedOffice: {
            kind: string;
            unit: string;
        };
        Report: {
            findings: components["schemas"]["Finding"][];
            ok: boolean;
            counts?: {
                clauses: number;
                tasks: number;
                byKind: {
                    until: number;
                    once: number;
                    standing: number;
                    periodic: number;
                    conditional: number;
                };
                dated: number;
                urgent: number;
                noLead: number;
                severalLeads: number;
            };
            errors: components["schemas"]["Flaw"][];
        };
        ScriptRefusal: {
            at: string;
            as: string;
            do: string;
            task: string | null;
            code: string;
            message: string;
            directive?: string;
        };
        Sealed: {
            sealed: string;
            keyId: string;
        };
        SealedEvent: {
            revision: number;
            id: string;
            type: string;
            data: unknown;
            meta: {
                [key: string]: string;
            };
            index: number | null;
            proof: string[];
        };
        SessionShown: {
            handle: string;
            beganAt: string;
            seenAt: string;
            address: string;
            agent: string;
            current: boolean;
        };
        Skew: {
            name: string;
            aheadMs: number;
            withinMs: number;
        };
        Source: {
            number: string | null;
            type: string;
            issuers: string[];
            date: string | null;
            title: string;
        };
        Sources: {
            policy: string;
            calendar: string;
        };
        StandingUnitRow: {
            standingUnitId: string;
            directiveId: string;
            committee: string;
            from: string;
            until: string | null;
            untilOn: string | null;
            state: string;
            heir: string;
            setUpAt: string;
        };
        StandingUnits: {
            charter: null | components["schemas"]["Charter"];
            expected: string[];
            answering: string[];
            setUp: components["schemas"]["StandingUnitRow"][];
            missing: string[];
        };
        Statistics: {
            doneInTime: number;
            doneLate: number;
            openInTime: number;
            openOverdue: number;
            fellDue: number;
            percentDone: number | null;
        };
        StatisticsAt: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            formula: "statistics@1";
            /** @enum {string} */
            rounding: "down-2" | "half-up-1" | "half-up-2";
            doneInTime: number;
            doneLate: number;
            openInTime: number;
            openOverdue: number;
            fellDue: number;
            percentDone: number | null;
        };
        StatisticsFigures: {
            statistics: {
                doneInTime: number;
                doneLate: number;
                openInTime: number;
                openOverdue: number;
                fellDue: number;
                percentDone: number | null;
                tasks: {
                    doneInTime: string[];
                    doneLate: string[];
                    openInTime: string[];
                    openOverdue: string[];
                };
            };
            ageing: {
                from: number;
                to: number | null;
                count: number;
                tasks: string[];
            }[];
            meanDaysLate: {
                workingDays: number | null;
                covered: boolean;
                tasks: string[];
            };
            stuck: {
                task: string;
                /** @enum {string} */
                needs: "addressee" | "escalation" | "extension" | "interval" | "lead" | "part" | "resumption" | "successor" | "unit";
                by: string[];
            }[];
            waiting: {
                task: string;
                owed: {
                    unit: string;
                    /** @enum {string} */
                    step: "accept" | "acknowledge" | "contribute" | "part" | "report" | "submit";
                }[];
            }[];
            months: {
                doneInTime: number;
                doneLate: number;
                openOverdue: number;
                fellDue: number;
                percentDone: number | null;
                month: string;
                change: number | null;
                tasks: string[];
            }[];
        };
        SubscriberHealth: {
            name: string;
            reached: string;
            parked: components["schemas"]["Parked"][];
            failing: string | null;
            behind: boolean;
        };
        SubscriptionShown: {
            subscription: string;
            channel: string;
            address: string | null;
            language: string | null;
            ended: boolean;
        };
        SuccessionShown: {
            id: string;
            status: string | null;
            kind: string;
            to: string | null;
            effectiveOn: string | null;
            successor: string | null;
            holdings?: number;
            late?: number;
            moved?: number;
            closedMeanwhile?: number;
            open?: number;
            balanced?: boolean;
            from: string[];
            withdrawn: boolean;
            listed: boolean;
        };
        SuccessionSummary: {
            id: string;
            kind: string;
            to: string | null;
            effectiveOn: string | null;
            status: string | null;
            successor: string | null;
            holdings: number;
            late: number;
            moved: number;
            closedMeanwhile: number;
            open: number;
            balanced: boolean;
        };
        Summary: {
            directive: string;
            directiveId: string;
            /** Format: date-time */
            at: string;
            tasks: components["schemas"]["TaskSummary"][];
            occurrences: components["schemas"]["OccurrenceSummary"][];
            statistics: components["schemas"]["Statistics"];
            matters: components["schemas"]["MatterSummary"][];
            formReports: components["schemas"]["FormReportTold"][];
            standingUnits: {
                expected: string[];
                setUp: string[];
                missing: string[];
            };
            successions: components["schemas"]["SuccessionSummary"][];
            figures: {
                id: string;
                title: string;
                unit: string | null;
                total: null | components["schemas"]["ReadFigure"];
                parts: components["schemas"]["NamedFigure"][];
            }[];
            coverage: components["schemas"]["Coverage"][];
            notComeDown: components["schemas"]["Coverage"][];
            counts: {
                tasks: number;
                byState: {
                    [key: string]: number;
                };
                byDeadlineClass: {
                    [key: string]: number;
                };
                byKind: {
                    [key: string]: number;
                };
                matters: {
                    [key: string]: number;
                };
                standingUnits: {
                    expected: number;
                    setUp: number;
                    missing: number;
                };
            };
        };
        Target: {
            value: string | number;
            of?: string | number;
            /** @enum {string} */
            bound?: "about" | "at-least" | "at-most" | "exactly" | "less-than" | "more-than";
            name?: string;
            unit?: string;
            notes?: string;
        };
        TaskDetail: {
            id: string;
            ref: string;
            clause: string;
            kind: string;
            unit: string | null;
            accountable: string[];
            lead: string[];
            coordinating: string[];
            state: string;
            dueAt: string | null;
            deadlineClass: string;
            milestones: components["schemas"]["MilestoneState"][];
            escalatedTo: string | null;
            says: {
                /** @enum {string} */
                status?: "announced" | "assigned" | "proposed";
                /** @enum {string} */
                origin?: "agreed" | "directive" | "report" | "speech";
                byReference?: string | boolean | components["schemas"]["Source"] | (string | components["schemas"]["Source"])[];
                due?: components["schemas"]["DueHere"];
                window?: components["schemas"]["Window"];
                trigger?: string | components["schemas"]["TaskStart"];
                condition?: string | components["schemas"]["TaskStart"];
                /** @enum {string} */
                direction?: "down" | "up";
                concerns?: string[];
                targets?: components["schemas"]["Target"][];
            };
            parent: string | null;
            extensions: number;
            dates: components["schemas"]["DateMoved"][];
            request: unknown;
            passed: components["schemas"]["Passed"][];
            children: components["schemas"]["ChildRow"][];
            contributions: components["schemas"]["ContributionRow"][];
            decisions: components["schemas"]["DecisionRow"][];
            occurrences: components["schemas"]["OccurrenceRow"][];
            directiveId: string;
            member: string;
            statement: unknown;
            urgent: boolean;
            started: boolean;
            assignment: number;
            submission: number;
            watchFrom: string | null;
            decidedAt: string | null;
            evidence: unknown;
            lastReport: unknown;
            escalationLevel: number;
        };
        TaskStart: {
            task: string;
            /** @enum {string} */
            when: "accepted" | "overdue";
            text?: string;
        };
        TaskSummary: {
            id: string;
            ref: string;
            clause: string;
            kind: string;
            unit: string | null;
            accountable: string[];
            lead: string[];
            coordinating: string[];
            state: string;
            dueAt: string | null;
            deadlineClass: string;
            milestones: components["schemas"]["MilestoneState"][];
            escalatedTo: string | null;
            says: {
                /** @enum {string} */
                status?: "announced" | "assigned" | "proposed";
                /** @enum {string} */
                origin?: "agreed" | "directive" | "report" | "speech";
                byReference?: string | boolean | components["schemas"]["Source"] | (string | components["schemas"]["Source"])[];
                due?: components["schemas"]["DueHere"];
                window?: components["schemas"]["Window"];
                trigger?: string | components["schemas"]["TaskStart"];
                condition?: string | components["schemas"]["TaskStart"];
                /** @enum {string} */
                direction?: "down" | "up";
                concerns?: string[];
                targets?: components["schemas"]["Target"][];
            };
            parent: string | null;
            extensions: number;
            dates: components["schemas"]["DateMoved"][];
            request: unknown;
            passed: components["schemas"]["Passed"][];
            children: components["schemas"]["ChildRow"][];
            contributions: components["schemas"]["ContributionRow"][];
            decisions: components["schemas"]["DecisionRow"][];
            occurrences: components["schemas"]["OccurrenceRow"][];
        };
        TokenShown: {
            id: string;
            name: string | null;
            until: string | null;
            revoked: boolean;
            reading: boolean;
        };
        Unit: {
            names: {
                [key: string]: string;
            };
            aliases: string[];
            oneOf: string[];
            membership: unknown[];
            successors: unknown[];
            unitId: string;
            kind: string;
            level: string | null;
            parent: string | null;
            size: number | null;
        };
        UnitFormFigures: {
            tasks: number;
            notRecorded: string[];
        };
        Upward: {
            directiveId: string;
            directive: string;
            issuers: string[];
            clause: string;
            text: string;
            tasks: components["schemas"]["ChainTask"][];
            up: components["schemas"]["Upward"][];
        };
        WebhookKey: {
            publicKey: string;
        };
        Well: {
            /** @enum {string} */
            status: "degraded" | "ok";
        };
        Window: {
            from: string | null;
            until: string | null;
            phrase?: string;
        };
        WouldMove: {
            task: string;
            ref: string;
            member: string;
            unit: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            policy: string;
            calendar: string;
        };
        /** @description RFC 9457, with a stable `code` for programs to branch on. */
        Problem: {
            /**
             * Format: uri
             * @description `urn:edict:problem:` and the code.
             */
            type: string;
            /** @description What sort of no it is, in the language asked for. */
            title: string;
            status: number;
            /** @description `noun/what`. Stable. */
            code: string;
            /** @description For a person, in the language asked for. */
            detail: string;
            errors?: {
                /** @description A JSON pointer into the body, or into the document that it carries. */
                pointer: string;
                /** @description Stable, as the code is. */
                rule: string;
                message: string;
                /** @description In the document that the body carries. */
                line?: number;
                column?: number;
            }[];
            /**
             * Format: uuid
             * @description Of a fault: what finds it in the log of the server.
             */
            traceId?: string;
        };
    };
    responses: {
        /** @description Not now. Retry-After says when. One of: `access-log/away`. */
        Refused503: {
            headers: {
                /**
                 * @description In seconds.
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access-log/away";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/other-origin`, `account/not-the-operator`, `account/not-to-oneself`, `account/not-yours`, `request/unit-unknown`. */
        Refused403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/other-origin" | "account/not-the-operator" | "account/not-to-oneself" | "account/not-yours" | "request/unit-unknown";
                };
            };
        };
        /** @description Too often. Retry-After says when to go on. One of: `access/throttled`, `request/too-many`. */
        Refused429: {
            headers: {
                /**
                 * @description In seconds.
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/throttled" | "request/too-many";
                };
            };
        };
        /** @description Nobody is signed in. One of: `access/unauthorized`, `access/wrong`. */
        Refused401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/unauthorized" | "access/wrong";
                };
            };
        };
        /** @description A rule says no. One of: `account/duties-apart`, `account/ends-before`, `account/from-the-past`, `account/login-taken`, `account/not-a-person`, `account/opened`, `account/wrong-unit`. */
        Refused409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/duties-apart" | "account/ends-before" | "account/from-the-past" | "account/login-taken" | "account/not-a-person" | "account/opened" | "account/wrong-unit";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `account/unknown`, `unit/unknown`. */
        Refused404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/unknown" | "unit/unknown";
                };
            };
        };
        /** @description The request cannot be read as what it should be. One of: `body/forbidden-key`, `body/not-an-object`, `body/not-json`, `body/not-utf-8`, `body/too-deep`, `request/capacity`, `request/invalid`, `request/malformed`. */
        Refused400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "body/forbidden-key" | "body/not-an-object" | "body/not-json" | "body/not-utf-8" | "body/too-deep" | "request/capacity" | "request/invalid" | "request/malformed";
                };
            };
        };
        /** @description Too much at once. One of: `body/too-large`. */
        Refused413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "body/too-large";
                };
            };
        };
        /** @description Not in a form that is taken. One of: `body/unsupported-media-type`. */
        Refused415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "body/unsupported-media-type";
                };
            };
        };
        /** @description Too many headers. One of: `request/headers-too-large`. */
        Refused431: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/headers-too-large";
                };
            };
        };
        /** @description The request did not arrive in time. One of: `request/timeout`. */
        Refused408: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/timeout";
                };
            };
        };
        /** @description A fault. `traceId` finds it in the log. One of: `server/fault`. */
        Refused500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "server/fault";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/other-origin`, `account/not-yours`, `request/unit-unknown`. */
        "Refused403-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/other-origin" | "account/not-yours" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `account/not-a-person`. */
        "Refused409-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/not-a-person";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `account/unknown`. */
        "Refused404-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/unknown";
                };
            };
        };
        /** @description Nobody is signed in. One of: `access/unauthorized`. */
        "Refused401-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/unauthorized";
                };
            };
        };
        /** @description The request cannot be read as what it should be. One of: `request/capacity`, `request/invalid`, `request/malformed`. */
        "Refused400-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/capacity" | "request/invalid" | "request/malformed";
                };
            };
        };
        /** @description Too often. Retry-After says when to go on. One of: `request/too-many`. */
        "Refused429-2": {
            headers: {
                /**
                 * @description In seconds.
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/too-many";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `request/unit-unknown`. */
        "Refused403-3": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/unit-unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `access/oidc-off`. */
        "Refused404-3": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/oidc-off";
                };
            };
        };
        /** @description Not now. Retry-After says when. One of: `access/provider-away`. */
        "Refused503-2": {
            headers: {
                /**
                 * @description In seconds.
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/provider-away";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/no-account`, `request/unit-unknown`. */
        "Refused403-4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/no-account" | "request/unit-unknown";
                };
            };
        };
        /** @description Nobody is signed in. One of: `access/oidc-failed`, `access/unauthorized`. */
        "Refused401-3": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/oidc-failed" | "access/unauthorized";
                };
            };
        };
        /** @description The request cannot be read as what it should be. One of: `access/logout-token`, `access/logout-used`, `body/forbidden-key`, `body/not-an-object`, `body/not-json`, `body/not-utf-8`, `body/too-deep`, `request/capacity`, `request/invalid`, `request/malformed`. */
        "Refused400-3": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/logout-token" | "access/logout-used" | "body/forbidden-key" | "body/not-an-object" | "body/not-json" | "body/not-utf-8" | "body/too-deep" | "request/capacity" | "request/invalid" | "request/malformed";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/other-origin`, `request/unit-unknown`. */
        "Refused403-5": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/other-origin" | "request/unit-unknown";
                };
            };
        };
        /** @description Not now. Retry-After says when. One of: `access-log/away`, `views/behind`. */
        "Refused503-3": {
            headers: {
                /**
                 * @description In seconds.
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access-log/away" | "views/behind";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/not-granted`, `act/not-in-this-capacity`, `request/unit-unknown`. */
        "Refused403-6": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/not-granted" | "act/not-in-this-capacity" | "request/unit-unknown";
                };
            };
        };
        /** @description The request cannot be read as what it should be. One of: `request/capacity`, `request/invalid`, `request/malformed`, `request/position`. */
        "Refused400-4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/capacity" | "request/invalid" | "request/malformed" | "request/position";
                };
            };
        };
        /** @description Not now. Retry-After says when. One of: `access-log/away`, `store/closed`, `store/corrupt`, `store/io`, `store/no-answer`. */
        "Refused503-4": {
            headers: {
                /**
                 * @description In seconds.
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access-log/away" | "store/closed" | "store/corrupt" | "store/io" | "store/no-answer";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `account/not-yours`, `act/not-in-this-capacity`, `request/unit-unknown`. */
        "Refused403-7": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "account/not-yours" | "act/not-in-this-capacity" | "request/unit-unknown";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `access/wrong-password`, `act/in-the-future`, `command/mismatch`. */
        Refused422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/wrong-password" | "act/in-the-future" | "command/mismatch";
                };
            };
        };
        /** @description A rule says no. One of: `account/not-a-person`, `act/out-of-order`, `command/conflict`. */
        "Refused409-3": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/not-a-person" | "act/out-of-order" | "command/conflict";
                };
            };
        };
        /** @description It has moved since the revision in If-Match. One of: `act/stream-moved`. */
        Refused412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/stream-moved";
                };
            };
        };
        /** @description The request cannot be read as what it should be. One of: `body/forbidden-key`, `body/not-an-object`, `body/not-json`, `body/not-utf-8`, `body/too-deep`, `request/capacity`, `request/idempotency-key-missing`, `request/idempotency-key-too-long`, `request/if-match`, `request/invalid`, `request/malformed`. */
        "Refused400-5": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "body/forbidden-key" | "body/not-an-object" | "body/not-json" | "body/not-utf-8" | "body/too-deep" | "request/capacity" | "request/idempotency-key-missing" | "request/idempotency-key-too-long" | "request/if-match" | "request/invalid" | "request/malformed";
                };
            };
        };
        /** @description The disk is full; nothing was written. One of: `store/full`. */
        Refused507: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "store/full";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`. */
        "Refused403-8": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `account/has-totp`, `act/out-of-order`, `command/conflict`. */
        "Refused409-4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/has-totp" | "act/out-of-order" | "command/conflict";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `access/wrong-code`, `act/in-the-future`, `command/mismatch`. */
        "Refused422-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/wrong-code" | "act/in-the-future" | "command/mismatch";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `account/not-the-operator`, `act/not-in-this-capacity`, `request/unit-unknown`. */
        "Refused403-9": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "account/not-the-operator" | "act/not-in-this-capacity" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `account/login-taken`, `account/opened`, `act/out-of-order`, `command/conflict`. */
        "Refused409-5": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/login-taken" | "account/opened" | "act/out-of-order" | "command/conflict";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `act/in-the-future`, `command/mismatch`. */
        "Refused422-3": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/in-the-future" | "command/mismatch";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `account/not-to-oneself`, `act/not-in-this-capacity`, `request/unit-unknown`. */
        "Refused403-10": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "account/not-to-oneself" | "act/not-in-this-capacity" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `account/duties-apart`, `account/ends-before`, `account/from-the-past`, `account/wrong-unit`, `act/out-of-order`, `command/conflict`. */
        "Refused409-6": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/duties-apart" | "account/ends-before" | "account/from-the-past" | "account/wrong-unit" | "act/out-of-order" | "command/conflict";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `account/unknown`, `grant/unknown`. */
        "Refused404-4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/unknown" | "grant/unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`. */
        "Refused409-7": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`. */
        "Refused403-11": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `account/not-yours`, `act/not-in-this-capacity`, `request/unit-unknown`. */
        "Refused403-12": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "account/not-yours" | "act/not-in-this-capacity" | "request/unit-unknown";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `account/not-to-oneself`, `account/not-yours`, `act/not-in-this-capacity`, `request/unit-unknown`. */
        "Refused403-13": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "account/not-to-oneself" | "account/not-yours" | "act/not-in-this-capacity" | "request/unit-unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `access/oidc-off`, `account/unknown`. */
        "Refused404-5": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/oidc-off" | "account/unknown";
                };
            };
        };
        /** @description A rule says no. One of: `account/not-a-person`, `account/subject-taken`, `act/out-of-order`, `command/conflict`. */
        "Refused409-8": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/not-a-person" | "account/subject-taken" | "act/out-of-order" | "command/conflict";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `office/established`. */
        "Refused409-9": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "office/established";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `office/unknown`, `unit/unknown`. */
        "Refused404-6": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "office/unknown" | "unit/unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `office/unknown`. */
        "Refused404-7": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "office/unknown";
                };
            };
        };
        /** @description A rule says no. One of: `account/disabled`, `account/duties-apart`, `account/ends-before`, `account/from-the-past`, `act/out-of-order`, `command/conflict`, `office/closed`, `office/held`, `office/not-a-person`, `office/without-end`. */
        "Refused409-10": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/disabled" | "account/duties-apart" | "account/ends-before" | "account/from-the-past" | "act/out-of-order" | "command/conflict" | "office/closed" | "office/held" | "office/not-a-person" | "office/without-end";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `account/unknown`, `office/unknown`. */
        "Refused404-8": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/unknown" | "office/unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `appointment/unknown`, `office/unknown`. */
        "Refused404-9": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "appointment/unknown" | "office/unknown";
                };
            };
        };
        /** @description Nobody is signed in. One of: `access/code-missing`, `access/unauthorized`, `access/wrong`. */
        "Refused401-4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/code-missing" | "access/unauthorized" | "access/wrong";
                };
            };
        };
        /** @description A rule says no. One of: `access/no-session`. */
        "Refused409-11": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/no-session";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `session/unknown`. */
        "Refused404-10": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "session/unknown";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `account/not-yours`, `act/not-in-this-capacity`, `request/unit-unknown`, `token/not-yours`. */
        "Refused403-14": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "account/not-yours" | "act/not-in-this-capacity" | "request/unit-unknown" | "token/not-yours";
                };
            };
        };
        /** @description A rule says no. One of: `account/disabled`, `act/out-of-order`, `command/conflict`, `token/ended`, `token/exists`, `token/too-long`, `token/without-end`. */
        "Refused409-12": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/disabled" | "act/out-of-order" | "command/conflict" | "token/ended" | "token/exists" | "token/too-long" | "token/without-end";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `account/unknown`, `token/unknown`. */
        "Refused404-11": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "account/unknown" | "token/unknown";
                };
            };
        };
        /** @description The request cannot be read as what it should be. One of: `request/capacity`, `request/cursor`, `request/invalid`, `request/malformed`, `request/position`. */
        "Refused400-6": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/capacity" | "request/cursor" | "request/invalid" | "request/malformed" | "request/position";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `attachment/not-yours`, `request/unit-unknown`. */
        "Refused403-15": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "attachment/not-yours" | "request/unit-unknown";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `act/in-the-future`, `attachment/above-ceiling`, `attachment/empty`, `attachment/other-label`, `attachment/unsafe-archive`, `command/mismatch`. */
        "Refused422-4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/in-the-future" | "attachment/above-ceiling" | "attachment/empty" | "attachment/other-label" | "attachment/unsafe-archive" | "command/mismatch";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `attachment/not-attachable`, `attachment/other-stream`, `command/conflict`. */
        "Refused409-13": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "attachment/not-attachable" | "attachment/other-stream" | "command/conflict";
                };
            };
        };
        /** @description The request cannot be read as what it should be. One of: `attachment/level`, `attachment/name`, `body/forbidden-key`, `body/not-an-object`, `body/not-json`, `body/not-utf-8`, `body/too-deep`, `request/capacity`, `request/idempotency-key-missing`, `request/idempotency-key-too-long`, `request/if-match`, `request/invalid`, `request/malformed`, `request/unit-missing`. */
        "Refused400-7": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "attachment/level" | "attachment/name" | "body/forbidden-key" | "body/not-an-object" | "body/not-json" | "body/not-utf-8" | "body/too-deep" | "request/capacity" | "request/idempotency-key-missing" | "request/idempotency-key-too-long" | "request/if-match" | "request/invalid" | "request/malformed" | "request/unit-missing";
                };
            };
        };
        /** @description Too much at once. One of: `attachment/too-large`, `body/too-large`. */
        "Refused413-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "attachment/too-large" | "body/too-large";
                };
            };
        };
        /** @description Not in a form that is taken. One of: `attachment/type`, `body/unsupported-media-type`. */
        "Refused415-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "attachment/type" | "body/unsupported-media-type";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `attachment/unknown`. */
        "Refused404-12": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "attachment/unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `calendar/unknown`. */
        "Refused404-13": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "calendar/unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `delivery/not-parked`. */
        "Refused409-14": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "delivery/not-parked";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `delivery/unknown`. */
        "Refused404-14": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "delivery/unknown";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `reading/in-the-future`, `reading/too-much`. */
        "Refused422-5": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "reading/in-the-future" | "reading/too-much";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `classification/not-the-clearance`, `directive/not-the-issuer`, `request/unit-unknown`. */
        "Refused403-16": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "classification/not-the-clearance" | "directive/not-the-issuer" | "request/unit-unknown";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `act/in-the-future`, `command/mismatch`, `document/invalid`. */
        "Refused422-6": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/in-the-future" | "command/mismatch" | "document/invalid";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `directive/another-day`, `directive/issued`, `directive/other-stream`. */
        "Refused409-15": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "directive/another-day" | "directive/issued" | "directive/other-stream";
                };
            };
        };
        /** @description The request cannot be read as what it should be. One of: `body/forbidden-key`, `body/not-an-object`, `body/not-json`, `body/not-utf-8`, `body/too-deep`, `request/capacity`, `request/idempotency-key-missing`, `request/idempotency-key-too-long`, `request/if-match`, `request/invalid`, `request/malformed`, `request/unit-missing`. */
        "Refused400-8": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "body/forbidden-key" | "body/not-an-object" | "body/not-json" | "body/not-utf-8" | "body/too-deep" | "request/capacity" | "request/idempotency-key-missing" | "request/idempotency-key-too-long" | "request/if-match" | "request/invalid" | "request/malformed" | "request/unit-missing";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `calendar/unknown`, `policy/unknown`, `unit/unknown`. */
        "Refused404-15": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "calendar/unknown" | "policy/unknown" | "unit/unknown";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `act/not-in-this-capacity`, `request/unit-unknown`. */
        "Refused403-17": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "act/not-in-this-capacity" | "request/unit-unknown";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `classification/above-ceiling`. */
        "Refused422-7": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "classification/above-ceiling";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `directive/unknown`. */
        "Refused404-16": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "directive/unknown";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `reading/in-the-future`. */
        "Refused422-8": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "reading/in-the-future";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `directive/not-the-issuer`, `request/unit-unknown`. */
        "Refused403-18": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "directive/not-the-issuer" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `directive/no-such-clause`, `directive/no-such-task`, `directive/not-in-force`, `directive/task-exists`, `directive/task-not-whole`. */
        "Refused409-16": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "directive/no-such-clause" | "directive/no-such-task" | "directive/not-in-force" | "directive/task-exists" | "directive/task-not-whole";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `directive/unknown`, `matter/unknown`, `task/unknown`, `unit/unknown`. */
        "Refused404-17": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "directive/unknown" | "matter/unknown" | "task/unknown" | "unit/unknown";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `act/in-the-future`, `act/without-evidence`, `command/mismatch`. */
        "Refused422-9": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/in-the-future" | "act/without-evidence" | "command/mismatch";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `directive/no-such-place`. */
        "Refused409-17": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "directive/no-such-place";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `directive/unknown`, `matter/unknown`, `task/unknown`. */
        "Refused404-18": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "directive/unknown" | "matter/unknown" | "task/unknown";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/not-granted`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-the-issuer`. */
        "Refused403-19": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/not-granted" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-the-issuer";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `act/without-evidence`. */
        "Refused422-10": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/without-evidence";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `directive/unknown`, `task/unknown`. */
        "Refused404-19": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "directive/unknown" | "task/unknown";
                };
            };
        };
        /** @description A rule says no. One of: `task/accepted`, `task/awaits-acceptance`, `task/cancelled`, `task/deadline-moved`, `task/lapsed`, `task/no-deadline`, `task/unassigned`. */
        "Refused409-18": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "task/accepted" | "task/awaits-acceptance" | "task/cancelled" | "task/deadline-moved" | "task/lapsed" | "task/no-deadline" | "task/unassigned";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `standingUnit/not-named`, `standingUnit/not-the-committee`. */
        "Refused403-20": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "standingUnit/not-named" | "standingUnit/not-the-committee";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `standingUnit/exists`, `standingUnit/mandate-over`, `standingUnit/not-foreseen`, `standingUnit/other-stream`. */
        "Refused409-19": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "standingUnit/exists" | "standingUnit/mandate-over" | "standingUnit/not-foreseen" | "standingUnit/other-stream";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `directive/not-the-issuer`, `request/unit-unknown`. */
        "Refused403-21": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "directive/not-the-issuer" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `directive/watched`. */
        "Refused409-20": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "directive/watched";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `directive/implements-itself`, `directive/no-such-clause`. */
        "Refused409-21": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "directive/implements-itself" | "directive/no-such-clause";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `directive/implements-by-its-text`. */
        "Refused409-22": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "directive/implements-by-its-text";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `directive/not-the-issuer`, `directive/not-the-superior`, `request/unit-unknown`. */
        "Refused403-22": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "directive/not-the-issuer" | "directive/not-the-superior" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `directive/changed`, `directive/changes-itself`, `directive/effect-missing`, `directive/effect-not-whole`, `directive/no-such-task`, `directive/not-in-force`. */
        "Refused409-23": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "directive/changed" | "directive/changes-itself" | "directive/effect-missing" | "directive/effect-not-whole" | "directive/no-such-task" | "directive/not-in-force";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `directive/without-basis`. */
        "Refused409-24": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "directive/without-basis";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `act/in-the-future`, `command/mismatch`, `reading/in-the-future`, `report/which-directive`, `report/which-form`. */
        "Refused422-11": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/in-the-future" | "command/mismatch" | "reading/in-the-future" | "report/which-directive" | "report/which-form";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `export/unknown`, `form/unknown`. */
        "Refused404-20": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "export/unknown" | "form/unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `export/unknown`. */
        "Refused404-21": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "export/unknown";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/not-granted`, `act/not-in-this-capacity`, `export/not-yours`, `request/unit-unknown`. */
        "Refused403-23": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/not-granted" | "act/not-in-this-capacity" | "export/not-yours" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `export/not-made`. */
        "Refused409-25": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "export/not-made";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `form/not-the-performer`, `request/unit-unknown`. */
        "Refused403-24": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "form/not-the-performer" | "request/unit-unknown";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `act/in-the-future`, `act/without-evidence`, `command/mismatch`, `form/in-the-future`, `form/wrongly-filled`. */
        "Refused422-12": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/in-the-future" | "act/without-evidence" | "command/mismatch" | "form/in-the-future" | "form/wrongly-filled";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `form/filed-already`, `form/other-stream`, `form/task-over`. */
        "Refused409-26": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "form/filed-already" | "form/other-stream" | "form/task-over";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `directive/unknown`, `form/unknown`, `matter/unknown`, `task/unknown`. */
        "Refused404-22": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "directive/unknown" | "form/unknown" | "matter/unknown" | "task/unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `form/unknown`. */
        "Refused404-23": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "form/unknown";
                };
            };
        };
        /** @description Not now. Retry-After says when. One of: `health/not-ready`. */
        "Refused503-5": {
            headers: {
                /**
                 * @description In seconds.
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "health/not-ready";
                };
            };
        };
        /** @description The request cannot be read as what it should be. One of: `request/capacity`, `request/cursor`, `request/invalid`, `request/malformed`, `request/position`, `request/unit-missing`. */
        "Refused400-9": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/capacity" | "request/cursor" | "request/invalid" | "request/malformed" | "request/position" | "request/unit-missing";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/not-granted`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`. */
        "Refused403-25": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/not-granted" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown";
                };
            };
        };
        /** @description The request cannot be read as what it should be. One of: `request/capacity`, `request/invalid`, `request/last-event-id`, `request/malformed`, `request/unit-missing`. */
        "Refused400-10": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request/capacity" | "request/invalid" | "request/last-event-id" | "request/malformed" | "request/unit-missing";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `matter/not-the-desk`, `matter/not-the-submitter`, `matter/not-yours`, `request/unit-unknown`. */
        "Refused403-26": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "matter/not-the-desk" | "matter/not-the-submitter" | "matter/not-yours" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `matter/exists`, `matter/no-standing-unit`, `matter/no-such-office`, `matter/not-open`, `matter/outside-mandate`, `matter/repeats-itself`. */
        "Refused409-27": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "matter/exists" | "matter/no-standing-unit" | "matter/no-such-office" | "matter/not-open" | "matter/outside-mandate" | "matter/repeats-itself";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `matter/unknown`. */
        "Refused404-24": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "matter/unknown";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `matter/not-the-office`, `request/unit-unknown`. */
        "Refused403-27": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "matter/not-the-office" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `matter/not-open`, `matter/outside-mandate`, `matter/recommended`, `unit/cannot-answer`. */
        "Refused409-28": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "matter/not-open" | "matter/outside-mandate" | "matter/recommended" | "unit/cannot-answer";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `matter/no-outcome`, `matter/not-open`, `matter/outside-mandate`. */
        "Refused409-29": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "matter/no-outcome" | "matter/not-open" | "matter/outside-mandate";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `matter/not-open`, `matter/not-upward`, `matter/outside-mandate`, `matter/recommended`. */
        "Refused409-30": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "matter/not-open" | "matter/not-upward" | "matter/outside-mandate" | "matter/recommended";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `matter/no-mark`, `matter/not-open`, `matter/outside-mandate`, `matter/recommended`, `matter/repeats-itself`. */
        "Refused409-31": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "matter/no-mark" | "matter/not-open" | "matter/outside-mandate" | "matter/recommended" | "matter/repeats-itself";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `matter/consults-itself`, `matter/day-over`, `matter/no-term`, `matter/not-open`, `matter/outside-mandate`, `matter/recommended`, `unit/cannot-answer`. */
        "Refused409-32": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "matter/consults-itself" | "matter/day-over" | "matter/no-term" | "matter/not-open" | "matter/outside-mandate" | "matter/recommended" | "unit/cannot-answer";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `matter/not-the-consulted`, `request/unit-unknown`. */
        "Refused403-28": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "matter/not-the-consulted" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `matter/no-such-consultation`, `matter/not-open`. */
        "Refused409-33": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "matter/no-such-consultation" | "matter/not-open";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-the-issuer`. */
        "Refused403-29": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-the-issuer";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/awaits-acceptance`, `task/cancelled`, `task/deadline-moved`, `task/lapsed`, `task/no-deadline`, `task/unassigned`. */
        "Refused409-34": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/awaits-acceptance" | "task/cancelled" | "task/deadline-moved" | "task/lapsed" | "task/no-deadline" | "task/unassigned";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `stream/unknown`. */
        "Refused404-25": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "stream/unknown";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/not-granted`, `act/not-in-this-capacity`, `request/unit-unknown`, `seal/not-cleared`. */
        "Refused403-30": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/not-granted" | "act/not-in-this-capacity" | "request/unit-unknown" | "seal/not-cleared";
                };
            };
        };
        /** @description A rule says no. One of: `name/ambiguous`. */
        "Refused409-35": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "name/ambiguous";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `name/unknown`. */
        "Refused404-26": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "name/unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `name/unknown`, `task/unknown`. */
        "Refused404-27": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "name/unknown" | "task/unknown";
                };
            };
        };
        /** @description Not now. Retry-After says when. One of: `access-log/away`, `rehearsal/busy`. */
        "Refused503-6": {
            headers: {
                /**
                 * @description In seconds.
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access-log/away" | "rehearsal/busy";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `calendar/unknown`, `policy/unknown`. */
        "Refused404-28": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "calendar/unknown" | "policy/unknown";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `classification/above-ceiling`, `document/invalid`, `rehearsal/ends-before-issue`, `rehearsal/too-much`. */
        "Refused422-13": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "classification/above-ceiling" | "document/invalid" | "rehearsal/ends-before-issue" | "rehearsal/too-much";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `unit/not-the-registrar`. */
        "Refused403-31": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "unit/not-the-registrar";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `unit/other-stream`. */
        "Refused409-36": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "unit/other-stream";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `unit/unknown`. */
        "Refused404-29": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "unit/unknown";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `reference/not-the-registrar`, `request/unit-unknown`. */
        "Refused403-32": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "reference/not-the-registrar" | "request/unit-unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `reference/never-worked`, `reference/other-stream`, `reference/version-taken`. */
        "Refused409-37": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "reference/never-worked" | "reference/other-stream" | "reference/version-taken";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `reading/in-the-future`, `reading/too-much`, `report/which-directive`, `report/which-form`. */
        "Refused422-14": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "reading/in-the-future" | "reading/too-much" | "report/which-directive" | "report/which-form";
                };
            };
        };
        /** @description It can be read, and is wrong in itself. One of: `act/in-the-future`, `command/mismatch`, `subscription/address`. */
        "Refused422-15": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/in-the-future" | "command/mismatch" | "subscription/address";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `subscription/too-many`. */
        "Refused409-38": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "subscription/too-many";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `subscription/unknown`, `unit/unknown`. */
        "Refused404-30": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "subscription/unknown" | "unit/unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `subscription/unknown`. */
        "Refused404-31": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "subscription/unknown";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `succession/not-the-registrar`. */
        "Refused403-33": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "succession/not-the-registrar";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `succession/circle`, `succession/exists`, `succession/itself`, `succession/no-unit`, `succession/predecessors`, `succession/split`, `succession/successor`, `succession/taken`, `succession/withdrawn`, `succession/zone`, `unit/cannot-answer`. */
        "Refused409-39": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "succession/circle" | "succession/exists" | "succession/itself" | "succession/no-unit" | "succession/predecessors" | "succession/split" | "succession/successor" | "succession/taken" | "succession/withdrawn" | "succession/zone" | "unit/cannot-answer";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `succession/unknown`, `unit/unknown`. */
        "Refused404-32": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "succession/unknown" | "unit/unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `succession/unknown`. */
        "Refused404-33": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "succession/unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `succession/circle`, `succession/exists`, `succession/itself`, `succession/no-unit`, `succession/predecessors`, `succession/split`, `succession/successor`, `succession/taken`, `succession/took-effect`, `succession/withdrawn`, `succession/zone`, `unit/cannot-answer`. */
        "Refused409-40": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "succession/circle" | "succession/exists" | "succession/itself" | "succession/no-unit" | "succession/predecessors" | "succession/split" | "succession/successor" | "succession/taken" | "succession/took-effect" | "succession/withdrawn" | "succession/zone" | "unit/cannot-answer";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `succession/circle`, `succession/decided`, `succession/exists`, `succession/itself`, `succession/no-unit`, `succession/not-held`, `succession/not-yet`, `succession/other-successor`, `succession/predecessor`, `succession/predecessors`, `succession/split`, `succession/successor`, `succession/taken`, `succession/withdrawn`, `succession/zone`, `unit/cannot-answer`. */
        "Refused409-41": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "succession/circle" | "succession/decided" | "succession/exists" | "succession/itself" | "succession/no-unit" | "succession/not-held" | "succession/not-yet" | "succession/other-successor" | "succession/predecessor" | "succession/predecessors" | "succession/split" | "succession/successor" | "succession/taken" | "succession/withdrawn" | "succession/zone" | "unit/cannot-answer";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/assigned`, `task/awaits-acceptance`, `task/cancelled`, `task/lapsed`, `task/no-members`, `task/no-ruling`, `task/no-such-finding`, `task/suspended`, `task/unassigned`, `unit/cannot-answer`. */
        "Refused409-42": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/assigned" | "task/awaits-acceptance" | "task/cancelled" | "task/lapsed" | "task/no-members" | "task/no-ruling" | "task/no-such-finding" | "task/suspended" | "task/unassigned" | "unit/cannot-answer";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-the-issuer`, `task/performer-does-not-accept`. */
        "Refused403-34": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-the-issuer" | "task/performer-does-not-accept";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/awaits-acceptance`, `task/cancelled`, `task/lapsed`, `task/unassigned`. */
        "Refused409-43": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/awaits-acceptance" | "task/cancelled" | "task/lapsed" | "task/unassigned";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-the-issuer`. */
        "Refused403-35": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-the-issuer";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/cancelled`, `task/lapsed`, `task/not-conditional`, `task/not-later`, `task/suspended`, `task/unassigned`. */
        "Refused409-44": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/cancelled" | "task/lapsed" | "task/not-conditional" | "task/not-later" | "task/suspended" | "task/unassigned";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-the-lead`. */
        "Refused403-36": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-the-lead";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/awaits-acceptance`, `task/cancelled`, `task/deadline-passed`, `task/extension-pending`, `task/lapsed`, `task/no-deadline`, `task/no-such-assignment`, `task/not-a-working-day`, `task/not-later`, `task/suspended`, `task/unassigned`. */
        "Refused409-45": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/awaits-acceptance" | "task/cancelled" | "task/deadline-passed" | "task/extension-pending" | "task/lapsed" | "task/no-deadline" | "task/no-such-assignment" | "task/not-a-working-day" | "task/not-later" | "task/suspended" | "task/unassigned";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-the-issuer`, `task/performer-does-not-grant`. */
        "Refused403-37": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-the-issuer" | "task/performer-does-not-grant";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/after-parent`, `task/cancelled`, `task/lapsed`, `task/no-such-request`, `task/not-a-working-day`, `task/not-later`, `task/unassigned`. */
        "Refused409-46": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/after-parent" | "task/cancelled" | "task/lapsed" | "task/no-such-request" | "task/not-a-working-day" | "task/not-later" | "task/unassigned";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-the-issuer`, `task/performer-does-not-grant`. */
        "Refused403-38": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-the-issuer" | "task/performer-does-not-grant";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/confirm`, `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-a-higher-authority`, `task/not-the-issuer`. */
        "Refused403-39": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/confirm" | "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-a-higher-authority" | "task/not-the-issuer";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/awaits-acceptance`, `task/cancelled`, `task/lapsed`, `task/no-deadline`, `task/unassigned`. */
        "Refused409-47": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/awaits-acceptance" | "task/cancelled" | "task/lapsed" | "task/no-deadline" | "task/unassigned";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/awaits-acceptance`, `task/begun`, `task/cancelled`, `task/lapsed`, `task/no-such-assignment`, `task/refusal-late`, `task/refusal-overruled`, `task/suspended`, `task/unassigned`, `unit/cannot-answer`. */
        "Refused409-48": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/awaits-acceptance" | "task/begun" | "task/cancelled" | "task/lapsed" | "task/no-such-assignment" | "task/refusal-late" | "task/refusal-overruled" | "task/suspended" | "task/unassigned" | "unit/cannot-answer";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-the-issuer`, `task/performer-does-not-accept`. */
        "Refused403-40": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-the-issuer" | "task/performer-does-not-accept";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/not-refused`, `task/unassigned`. */
        "Refused409-49": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/not-refused" | "task/unassigned";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/assigned`, `task/awaits-acceptance`, `task/cancelled`, `task/children-open`, `task/lapsed`, `task/no-such-assignment`, `task/suspended`, `task/unassigned`, `unit/cannot-answer`. */
        "Refused409-50": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/assigned" | "task/awaits-acceptance" | "task/cancelled" | "task/children-open" | "task/lapsed" | "task/no-such-assignment" | "task/suspended" | "task/unassigned" | "unit/cannot-answer";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/cancelled`, `task/lapsed`, `task/no-deadline`, `task/not-later`, `task/not-suspended`, `task/unassigned`. */
        "Refused409-51": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/cancelled" | "task/lapsed" | "task/no-deadline" | "task/not-later" | "task/not-suspended" | "task/unassigned";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/cancelled`, `task/lapsed`, `task/unassigned`. */
        "Refused409-52": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/cancelled" | "task/lapsed" | "task/unassigned";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/after-parent`, `task/awaits-acceptance`, `task/cancelled`, `task/delegated`, `task/delegated-upward`, `task/lapsed`, `task/no-deadline`, `task/no-such-assignment`, `task/suspended`, `task/unassigned`, `unit/cannot-answer`. */
        "Refused409-53": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/after-parent" | "task/awaits-acceptance" | "task/cancelled" | "task/delegated" | "task/delegated-upward" | "task/lapsed" | "task/no-deadline" | "task/no-such-assignment" | "task/suspended" | "task/unassigned" | "unit/cannot-answer";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/cancelled`, `task/lapsed`, `task/no-such-child`, `task/unassigned`. */
        "Refused409-54": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/cancelled" | "task/lapsed" | "task/no-such-child" | "task/unassigned";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-a-coordinator`. */
        "Refused403-41": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-a-coordinator";
                };
            };
        };
        /** @description Not for this unit, or not in this capacity. One of: `access/duties-apart`, `access/header-missing`, `access/not-granted`, `access/other-origin`, `access/read-only`, `act/not-in-this-capacity`, `request/unit-unknown`, `task/not-a-coordinator`, `task/not-the-lead`. */
        "Refused403-42": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access/duties-apart" | "access/header-missing" | "access/not-granted" | "access/other-origin" | "access/read-only" | "act/not-in-this-capacity" | "request/unit-unknown" | "task/not-a-coordinator" | "task/not-the-lead";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/after-lead`, `task/asks-itself`, `task/awaits-acceptance`, `task/cancelled`, `task/lapsed`, `task/no-such-assignment`, `task/not-later`, `task/unassigned`, `unit/cannot-answer`. */
        "Refused409-55": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/after-lead" | "task/asks-itself" | "task/awaits-acceptance" | "task/cancelled" | "task/lapsed" | "task/no-such-assignment" | "task/not-later" | "task/unassigned" | "unit/cannot-answer";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/cancelled`, `task/lapsed`, `task/not-later`, `task/unassigned`. */
        "Refused409-56": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/cancelled" | "task/lapsed" | "task/not-later" | "task/unassigned";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `task/unknown`. */
        "Refused404-34": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "task/unknown";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/no-such-assignment`, `task/refused`, `task/suspended`, `task/unassigned`. */
        "Refused409-57": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/no-such-assignment" | "task/refused" | "task/suspended" | "task/unassigned";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/awaits-acceptance`, `task/cancelled`, `task/lapsed`, `task/milestone-met`, `task/no-such-assignment`, `task/no-such-milestone`, `task/no-such-occurrence`, `task/suspended`, `task/unassigned`. */
        "Refused409-58": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/awaits-acceptance" | "task/cancelled" | "task/lapsed" | "task/milestone-met" | "task/no-such-assignment" | "task/no-such-milestone" | "task/no-such-occurrence" | "task/suspended" | "task/unassigned";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/accepted`, `task/awaits-acceptance`, `task/cancelled`, `task/children-open`, `task/lapsed`, `task/never-complete`, `task/no-such-assignment`, `task/suspended`, `task/unassigned`. */
        "Refused409-59": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/accepted" | "task/awaits-acceptance" | "task/cancelled" | "task/children-open" | "task/lapsed" | "task/never-complete" | "task/no-such-assignment" | "task/suspended" | "task/unassigned";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/no-such-submission`, `task/unassigned`. */
        "Refused409-60": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/no-such-submission" | "task/unassigned";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/cancelled`, `task/does-not-lapse`, `task/unassigned`. */
        "Refused409-61": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/cancelled" | "task/does-not-lapse" | "task/unassigned";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `task/assigned`, `task/cancelled`, `unit/cannot-answer`. */
        "Refused409-62": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "task/assigned" | "task/cancelled" | "unit/cannot-answer";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `unit/other-stream`, `unit/under-itself`. */
        "Refused409-63": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "unit/other-stream" | "unit/under-itself";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `unit/member-of-itself`, `unit/no-group`, `unit/other-stream`. */
        "Refused409-64": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "unit/member-of-itself" | "unit/no-group" | "unit/other-stream";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `unit/no-group`, `unit/other-stream`. */
        "Refused409-65": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "unit/no-group" | "unit/other-stream";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `upkeep/not-parked`, `upkeep/not-skipped`. */
        "Refused409-66": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "upkeep/not-parked" | "upkeep/not-skipped";
                };
            };
        };
        /** @description A rule says no. One of: `act/out-of-order`, `command/conflict`, `rebuild/under-way`. */
        "Refused409-67": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "act/out-of-order" | "command/conflict" | "rebuild/under-way";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `rebuild/unknown`. */
        "Refused404-35": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "rebuild/unknown";
                };
            };
        };
        /** @description There is no such thing, or there was not yet. One of: `webhook/not-set-up`. */
        "Refused404-36": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "webhook/not-set-up";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    entranceFirst: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstAdministratorDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            429: components["responses"]["Refused429"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    entranceInvited: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeUpDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403-2"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-2"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            429: components["responses"]["Refused429"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    oidcMeans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By what people sign in here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "password": true,
                     *       "oidc": false
                     *     }
                     */
                    "application/json": components["schemas"]["Means"];
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-3"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
        };
    };
    oidcLeave: {
        parameters: {
            query?: {
                /** @description To show once more who you are, before what weighs heavy. */
                again?: "yes";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the identity provider. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-3"];
            404: components["responses"]["Refused404-3"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
        };
    };
    oidcComeBack: {
        parameters: {
            query?: {
                state?: string;
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the console, with a session; or without, with a `refused` that says why. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-3"];
            403: components["responses"]["Refused403-4"];
            404: components["responses"]["Refused404-3"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
        };
    };
    oidcLogOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["LogoutDto"];
            };
        };
        responses: {
            /** @description Their sessions are over. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["Refused400-3"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-5"];
            404: components["responses"]["Refused404-3"];
            408: components["responses"]["Refused408"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
        };
    };
    myAccountMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who you are, and what you may act as */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "local",
                     *       "kind": "operator",
                     *       "name": "local",
                     *       "login": null,
                     *       "disabled": false,
                     *       "grants": [
                     *         {
                     *           "capacity": "*",
                     *           "unit": "*",
                     *           "from": null,
                     *           "until": null,
                     *           "source": "the data folder"
                     *         }
                     *       ],
                     *       "clearance": null,
                     *       "means": [],
                     *       "tokens": [
                     *         {
                     *           "id": "local",
                     *           "name": "tests",
                     *           "until": null,
                     *           "revoked": false,
                     *           "reading": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AccountShown"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    myAccountPassword: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-7"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-3"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    myAccountOffer: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                     *       "uri": "otpauth://totp/Edict:ann.nguyen?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Edict"
                     *     }
                     */
                    "application/json": components["schemas"]["Offer"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-8"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-4"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    myAccountConfirm: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-7"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-3"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-2"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    myAccountRemove: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-7"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-3"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    accountsList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts that you may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "local",
                     *         "kind": "operator",
                     *         "name": "local",
                     *         "login": null,
                     *         "disabled": false,
                     *         "grants": [
                     *           {
                     *             "capacity": "*",
                     *             "unit": "*",
                     *             "from": null,
                     *             "until": null,
                     *             "source": "the data folder"
                     *           }
                     *         ],
                     *         "clearance": null,
                     *         "means": [],
                     *         "tokens": [
                     *           {
                     *             "id": "local",
                     *             "name": "tests",
                     *             "until": null,
                     *             "revoked": false,
                     *             "reading": false
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["AccountShown"][];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    accountsOpen: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAccountDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "account-13585a5b-131c-5397-8cc1-79f469bc92b1",
                     *       "revision": 0,
                     *       "position": "account-13585a5b-131c-5397-8cc1-79f469bc92b1@0",
                     *       "id": "13585a5b-131c-5397-8cc1-79f469bc92b1",
                     *       "invitation": "jX3…"
                     *     }
                     */
                    "application/json": components["schemas"]["Opened"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-9"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-5"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    accountsOne: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An account, and what it may act as */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "13585a5b-131c-5397-8cc1-79f469bc92b1",
                     *       "kind": "person",
                     *       "name": "Ann Nguyen",
                     *       "login": "ann.nguyen",
                     *       "disabled": false,
                     *       "grants": [
                     *         {
                     *           "capacity": "officer",
                     *           "unit": "government-party-committee",
                     *           "from": "2025-05-20T02:00:00.000Z",
                     *           "until": null,
                     *           "source": "account-13585a5b-131c-5397-8cc1-79f469bc92b1#1"
                     *         }
                     *       ],
                     *       "clearance": null,
                     *       "means": [],
                     *       "tokens": []
                     *     }
                     */
                    "application/json": components["schemas"]["AccountShown"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    accountsAuthority: {
        parameters: {
            query: {
                /** @description As what somebody acted. */
                capacity: "officer" | "secretariat" | "standingUnit" | "inspector" | "auditor" | "leader" | "administrator";
                /** @description For which unit. */
                unit: string;
                /** @description When it was recorded; now, if left out. */
                at?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By whose authority somebody acts, or acted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "grant": {
                     *           "capacity": "officer",
                     *           "unit": "government-party-committee",
                     *           "from": "2025-05-20T02:00:00.000Z",
                     *           "until": null,
                     *           "source": "account-13585a5b-131c-5397-8cc1-79f469bc92b1#1"
                     *         },
                     *         "given": {
                     *           "at": "2025-05-20T02:00:00.000Z",
                     *           "stream": "account-13585a5b-131c-5397-8cc1-79f469bc92b1",
                     *           "revision": 1,
                     *           "type": "GrantGiven",
                     *           "data": {
                     *             "basis": "Decision No. 12-QĐ/VP",
                     *             "capacity": "officer",
                     *             "from": "2025-05-20T02:00:00.000Z",
                     *             "grant": 1,
                     *             "unit": "government-party-committee",
                     *             "until": null
                     *           },
                     *           "actor": {
                     *             "id": "local",
                     *             "unit": "installation",
                     *             "capacity": "administrator",
                     *             "origin": "person"
                     *           },
                     *           "cause": "0c7d2f71-5dc8-5486-9f7f-efa23ae611ae"
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["AuthorityShown"][];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    accountsHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event of an account, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "at": "2025-05-20T02:00:00.000Z",
                     *         "stream": "account-13585a5b-131c-5397-8cc1-79f469bc92b1",
                     *         "revision": 0,
                     *         "type": "AccountOpened",
                     *         "data": {
                     *           "kind": "person"
                     *         },
                     *         "actor": {
                     *           "id": "local",
                     *           "unit": "installation",
                     *           "capacity": "administrator",
                     *           "origin": "person"
                     *         },
                     *         "cause": "0e6b10d1-ba03-5653-8ef2-418aee111d8c"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["EventLine"][];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    accountsGive: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveGrantDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "account-13585a5b-131c-5397-8cc1-79f469bc92b1",
                     *       "revision": 1,
                     *       "position": "account-13585a5b-131c-5397-8cc1-79f469bc92b1@1"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-10"];
            404: components["responses"]["Refused404"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-6"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    accountsWithdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
                /** @description Which one: they count from 1. */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-8"];
            404: components["responses"]["Refused404-4"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-7"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    accountsClear: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetClearanceDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-10"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-7"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    accountWaysDisable: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-11"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-7"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    accountWaysEnable: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-8"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-7"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    accountWaysEndSessions: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-12"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-7"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    accountWaysInvite: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "account-13585a5b-131c-5397-8cc1-79f469bc92b1",
                     *       "revision": 2,
                     *       "position": "account-13585a5b-131c-5397-8cc1-79f469bc92b1@2",
                     *       "invitation": "jX3…"
                     *     }
                     */
                    "application/json": components["schemas"]["Invited"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-13"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-3"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    accountWaysSubject: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkSubjectDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-10"];
            404: components["responses"]["Refused404-5"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-8"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    officesList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every office that was established */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "officeId": "837713ff-eb8b-50a4-8962-914788cc3ced",
                     *         "unit": "government-party-committee",
                     *         "capacity": "officer",
                     *         "title": "\"Chief of office\"",
                     *         "closedAt": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["OfficeRow"][];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    officesEstablish: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstablishOfficeDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "office-837713ff-eb8b-50a4-8962-914788cc3ced",
                     *       "revision": 0,
                     *       "position": "office-837713ff-eb8b-50a4-8962-914788cc3ced@0"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-8"];
            404: components["responses"]["Refused404-6"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-9"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    officesOne: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An office, and who holds it and stands in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "government-party-committee",
                     *       "capacity": "officer",
                     *       "appointments": [
                     *         {
                     *           "account": "13585a5b-131c-5397-8cc1-79f469bc92b1",
                     *           "appointment": 1,
                     *           "as": "holder",
                     *           "from": "2025-05-20T02:00:00.000Z",
                     *           "until": null
                     *         }
                     *       ],
                     *       "closed": false
                     *     }
                     */
                    "application/json": {
                        unit: string;
                        /** @enum {string} */
                        capacity: "auditor" | "inspector" | "leader" | "officer" | "secretariat" | "standingUnit";
                        appointments: components["schemas"]["Appointment"][];
                        closed: boolean;
                    };
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-7"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    officesHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event of an office, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "at": "2025-05-20T02:00:00.000Z",
                     *         "stream": "office-837713ff-eb8b-50a4-8962-914788cc3ced",
                     *         "revision": 0,
                     *         "type": "OfficeEstablished",
                     *         "data": {
                     *           "capacity": "officer",
                     *           "title": "Chief of office",
                     *           "unit": "government-party-committee"
                     *         },
                     *         "actor": {
                     *           "id": "local",
                     *           "unit": "installation",
                     *           "capacity": "administrator",
                     *           "origin": "person"
                     *         },
                     *         "cause": "7183b4a6-c138-5703-8a65-1261cadc0b5f"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["EventLine"][];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    officesAppoint: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "office-837713ff-eb8b-50a4-8962-914788cc3ced",
                     *       "revision": 1,
                     *       "position": "office-837713ff-eb8b-50a4-8962-914788cc3ced@1"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-10"];
            404: components["responses"]["Refused404-8"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-10"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    officesEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
                /** @description Which one: they count from 1. */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-8"];
            404: components["responses"]["Refused404-9"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-7"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    officesClose: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The account. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-8"];
            404: components["responses"]["Refused404-7"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-7"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    sessionsSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From where you are signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example [] */
                    "application/json": components["schemas"]["SessionShown"][];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    sessionsSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401-4"];
            403: components["responses"]["Refused403-5"];
            408: components["responses"]["Refused408"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            429: components["responses"]["Refused429"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
        };
    };
    sessionsConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401-4"];
            403: components["responses"]["Refused403-11"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-11"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            429: components["responses"]["Refused429"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    sessionsSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-11"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    sessionsEndOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the list of sessions says. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-11"];
            404: components["responses"]["Refused404-10"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    tokensTokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your tokens, and until when they last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "local",
                     *         "name": "tests",
                     *         "until": null,
                     *         "revoked": false,
                     *         "reading": false
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["TokenShown"][];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    tokensIssue: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueTokenDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "account-local",
                     *       "revision": 2,
                     *       "position": "account-local@2",
                     *       "id": "9d3ceab3-50e9-564c-af57-f19a96442da7",
                     *       "secret": "edict_Zt5…"
                     *     }
                     */
                    "application/json": components["schemas"]["Made"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-14"];
            404: components["responses"]["Refused404-2"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-12"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    tokensRevoke: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description The token. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeTokenDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-12"];
            404: components["responses"]["Refused404-11"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-7"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    accessLogList: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description Of this stream only. */
                about?: string;
                /** @description By this account only. */
                who?: string;
                /** @description From then on. */
                since?: string;
                /** @description Up to, not including, then. */
                until?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who read what is classified, took out files, or changed permissions, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2025-06-25T17:00:00.000Z",
                     *           "who": "2f6d1f5e-3f0b-4d6c-9a53-5d3f1c7f2a10",
                     *           "capacity": "officer",
                     *           "unit": "government-party-committee",
                     *           "act": "ReadContent",
                     *           "about": "task-377382a2-872e-52f5-a595-b42487faf286",
                     *           "from": "10.0.0.7"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AccessShown"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    attachmentsAttachments: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description The stream of what it is attached to. */
                about?: string;
                /** @description Whatever belongs to this directive. */
                directiveId?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Attachments, by what they are attached to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Attachment"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    attachmentsAttach: {
        parameters: {
            query: {
                /** @description The stream of what it is attached to. */
                about: string;
            };
            header: {
                /** @description What the file is classified as: the level of what it is attached to. */
                "Edict-Classification": "open" | "internal" | "confidential" | "secret" | "top-secret";
                /** @description UTF-8, percent-encoded. */
                "Edict-File-Name": string;
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-7"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-15"];
            404: components["responses"]["Refused404-12"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-13"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415-2"];
            422: components["responses"]["Refused422-4"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    attachmentsAttachment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An attachment: what it is, of what, and under which hash */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7276ea47-7207-5fbe-862f-0ff387029525",
                     *       "name": "results.pdf",
                     *       "mediaType": "application/pdf",
                     *       "bytes": 48213,
                     *       "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                     *       "about": "task-377382a2-872e-52f5-a595-b42487faf286",
                     *       "level": "open",
                     *       "directiveId": "224ce503-90f9-5a20-bf7d-6be33dee85c2",
                     *       "attachedAt": "2025-06-25T17:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-12"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    attachmentsContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes as they came. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-12"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    calendarsCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Whose it is. */
                unit: string;
                /** @description The secret of its address, and .ics. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dates of a unit as a calendar (RFC 5545), for who has its address; nothing that is classified */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-3"];
            404: components["responses"]["Refused404-13"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
        };
    };
    deliveriesList: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description In this state. */
                state?: "waiting" | "due" | "delivered" | "parked" | "withheld" | "dropped";
                /** @description To this unit. */
                unit?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was sent outside, what waits, and what was parked or kept back; the latest changed first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["DeliveryRow"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    deliveriesReplay: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandleDeliveryDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-11"];
            404: components["responses"]["Refused404-14"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-14"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    deliveriesDrop: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandleDeliveryDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-11"];
            404: components["responses"]["Refused404-14"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-14"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    directivesDirectives: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every directive that was issued */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "directiveId": "294d6c2d-01b2-59e6-83fd-2eb3fa5560ef",
                     *           "slug": "plan-8",
                     *           "number": "8-KH/ĐU",
                     *           "type": "plan",
                     *           "term": "13",
                     *           "title": "On archives",
                     *           "adoptedOn": "2025-05-16",
                     *           "issuedOn": "2025-05-20",
                     *           "issuedAt": "2025-05-20T02:00:00.000Z",
                     *           "recordedAt": "2025-05-20T02:00:00.000Z",
                     *           "classification": "open",
                     *           "urgency": "none",
                     *           "watchFrom": "2025-05-20T02:00:00.000Z",
                     *           "force": "inForce",
                     *           "issuers": [
                     *             "government-party-committee"
                     *           ],
                     *           "findings": [
                     *             {
                     *               "code": "date-unknown",
                     *               "message": "The day on which the directive was signed is not known.",
                     *               "ref": "plan-8"
                     *             }
                     *           ],
                     *           "implements": [],
                     *           "changes": []
                     *         }
                     *       ],
                     *       "next": "WyJ0…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Directive"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    directivesIssue: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueDirectiveDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "directive-725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *       "revision": 0,
                     *       "position": "directive-725db1b3-cb8c-53af-8201-5fa8a2537cdc@0"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-16"];
            404: components["responses"]["Refused404-15"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-15"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-6"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    directivesCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckDirectiveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "errors": [],
                     *       "findings": [
                     *         {
                     *           "code": "date-unknown",
                     *           "ref": "conclusion-1",
                     *           "message": "The day on which the directive was signed is not known."
                     *         }
                     *       ],
                     *       "counts": {
                     *         "clauses": 1,
                     *         "tasks": 2,
                     *         "byKind": {
                     *           "once": 2,
                     *           "standing": 0,
                     *           "periodic": 0,
                     *           "until": 0,
                     *           "conditional": 0
                     *         },
                     *         "dated": 1,
                     *         "urgent": 1,
                     *         "noLead": 1,
                     *         "severalLeads": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-17"];
            408: components["responses"]["Refused408"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-7"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    directivesDirective: {
        parameters: {
            query?: {
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a directive stands, or stood: its tasks, its matters, its standing units */
            200: {
                headers: {
                    /**
                     * @description The revision that it shows, for an If-Match. Not of the past.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "directive": "conclusion-1",
                     *       "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *       "at": "2025-05-20T02:00:00.000Z",
                     *       "tasks": [
                     *         {
                     *           "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *           "ref": "1-1",
                     *           "clause": "1",
                     *           "kind": "once",
                     *           "unit": "government-party-committee",
                     *           "accountable": [
                     *             "government-party-committee"
                     *           ],
                     *           "lead": [
                     *             "government-party-committee"
                     *           ],
                     *           "coordinating": [
                     *             "national-assembly-party-committee"
                     *           ],
                     *           "state": "accepted",
                     *           "dueAt": "2025-07-15T17:00:00.000Z",
                     *           "deadlineClass": "doneInTime",
                     *           "milestones": [],
                     *           "escalatedTo": null,
                     *           "says": {
                     *             "due": {
                     *               "bound": "by",
                     *               "firmness": "firm",
                     *               "on": "2025-06-30"
                     *             }
                     *           },
                     *           "parent": null,
                     *           "extensions": 1,
                     *           "dates": [
                     *             {
                     *               "at": "2025-05-20T02:00:00.000Z",
                     *               "from": "2025-06-30T17:00:00.000Z",
                     *               "how": "extended",
                     *               "order": null,
                     *               "reason": null,
                     *               "to": "2025-07-15T17:00:00.000Z"
                     *             }
                     *           ],
                     *           "request": null,
                     *           "passed": [
                     *             {
                     *               "act": "returned",
                     *               "answeredAt": "2025-05-20T02:00:00.000Z",
                     *               "at": "2025-05-20T02:00:00.000Z",
                     *               "unit": "government-party-committee"
                     *             }
                     *           ],
                     *           "children": [],
                     *           "contributions": [
                     *             {
                     *               "at": "2025-05-20T02:00:00.000Z",
                     *               "dueAt": null,
                     *               "state": "given",
                     *               "unit": "national-assembly-party-committee"
                     *             }
                     *           ],
                     *           "decisions": [],
                     *           "occurrences": []
                     *         }
                     *       ],
                     *       "occurrences": [],
                     *       "statistics": {
                     *         "doneInTime": 1,
                     *         "doneLate": 0,
                     *         "openInTime": 0,
                     *         "openOverdue": 0,
                     *         "fellDue": 1,
                     *         "percentDone": 100
                     *       },
                     *       "matters": [
                     *         {
                     *           "id": "bebc6650-d61b-51fd-8331-f68f30ec2014",
                     *           "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *           "kind": "obstacle",
                     *           "concerning": null,
                     *           "from": "national-assembly-party-committee",
                     *           "office": "standingUnit",
                     *           "unit": "government-party-committee",
                     *           "state": "answered",
                     *           "refusedBecause": null,
                     *           "receivedAt": "2025-05-20T02:00:00.000Z",
                     *           "answerBy": "2025-06-03T17:00:00.000Z",
                     *           "responseMissed": 0,
                     *           "recommendedTo": null,
                     *           "answeredAt": "2025-05-20T02:00:00.000Z",
                     *           "handedOverFrom": null,
                     *           "behalf": null,
                     *           "repeats": null,
                     *           "task": null,
                     *           "subject": "Three districts have no rooms that are dry.",
                     *           "answer": "They move in July.",
                     *           "collective": true,
                     *           "specialCare": false,
                     *           "endangers": [],
                     *           "consultations": [
                     *             {
                     *               "answeredAt": "2025-05-20T02:00:00.000Z",
                     *               "askedAt": "2025-05-20T02:00:00.000Z",
                     *               "by": "government-party-committee",
                     *               "consultation": 1,
                     *               "dueAt": "2025-05-30T17:00:00.000Z",
                     *               "policy": null,
                     *               "state": "answered",
                     *               "unit": "national-assembly-party-committee"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "formReports": [
                     *         {
                     *           "id": "89a2589d-dad8-5c19-b787-56af8b69140e",
                     *           "form": "rooms",
                     *           "edition": 1,
                     *           "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *           "task": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *           "unit": "government-party-committee",
                     *           "on": "2025-05-20",
                     *           "values": {
                     *             "damp": 40,
                     *             "dry": 1200,
                     *             "total": 1240
                     *           },
                     *           "written": [
                     *             {
                     *               "key": "total",
                     *               "value": "1 240"
                     *             }
                     *           ],
                     *           "corrections": 0,
                     *           "filedAt": "2025-05-20T02:00:00.000Z",
                     *           "changedAt": "2025-05-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "standingUnits": {
                     *         "expected": [
                     *           "government-party-committee"
                     *         ],
                     *         "setUp": [
                     *           "government-party-committee"
                     *         ],
                     *         "missing": []
                     *       },
                     *       "successions": [],
                     *       "figures": [],
                     *       "coverage": [
                     *         {
                     *           "clause": "1",
                     *           "unit": null,
                     *           "name": null,
                     *           "level": null,
                     *           "state": "issued",
                     *           "steps": 0,
                     *           "through": null,
                     *           "documents": [],
                     *           "total": 1,
                     *           "states": {
                     *             "unassigned": 1
                     *           }
                     *         }
                     *       ],
                     *       "notComeDown": [
                     *         {
                     *           "clause": "1",
                     *           "unit": null,
                     *           "name": null,
                     *           "level": null,
                     *           "state": "issued",
                     *           "steps": 0,
                     *           "through": null,
                     *           "documents": [],
                     *           "total": 1,
                     *           "states": {
                     *             "unassigned": 1
                     *           }
                     *         }
                     *       ],
                     *       "counts": {
                     *         "tasks": 2,
                     *         "byState": {
                     *           "accepted": 1,
                     *           "unassigned": 1
                     *         },
                     *         "byDeadlineClass": {
                     *           "doneInTime": 1,
                     *           "none": 1
                     *         },
                     *         "byKind": {
                     *           "once": 2
                     *         },
                     *         "matters": {
                     *           "answered": 1
                     *         },
                     *         "standingUnits": {
                     *           "expected": 1,
                     *           "setUp": 1,
                     *           "missing": 0
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Summary"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-16"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-8"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    directivesTasks: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tasks of a directive as they stand, or stood, in the order of its text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *           "ref": "1-1",
                     *           "clause": "1",
                     *           "kind": "once",
                     *           "unit": "government-party-committee",
                     *           "accountable": [
                     *             "government-party-committee"
                     *           ],
                     *           "lead": [
                     *             "government-party-committee"
                     *           ],
                     *           "coordinating": [
                     *             "national-assembly-party-committee"
                     *           ],
                     *           "state": "assigned",
                     *           "dueAt": "2025-06-30T17:00:00.000Z",
                     *           "deadlineClass": "inTime",
                     *           "milestones": [],
                     *           "escalatedTo": null,
                     *           "says": {
                     *             "due": {
                     *               "bound": "by",
                     *               "firmness": "firm",
                     *               "on": "2025-06-30"
                     *             }
                     *           },
                     *           "parent": null,
                     *           "extensions": 0,
                     *           "dates": [],
                     *           "request": null,
                     *           "passed": [],
                     *           "children": [],
                     *           "contributions": [],
                     *           "decisions": [],
                     *           "occurrences": [],
                     *           "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *           "member": "whole",
                     *           "assignment": 1,
                     *           "submission": 0,
                     *           "watchFrom": "2025-05-16T02:00:00.000Z",
                     *           "decidedAt": null,
                     *           "escalationLevel": 0,
                     *           "statement": "Put the archives of the former districts in order.",
                     *           "urgent": false,
                     *           "started": false,
                     *           "evidence": null,
                     *           "lastReport": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["TaskDetail"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-16"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    directivesEnter: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "directive-2828ad45-6ec0-5288-9f6a-43678c238912",
                     *       "revision": 2,
                     *       "position": "directive-2828ad45-6ec0-5288-9f6a-43678c238912@2"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-18"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-16"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    directivesFindings: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the text leaves open, and what of it was refused, as it is known or was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "date-unknown",
                     *           "message": "The day on which the directive was signed is not known.",
                     *           "ref": "conclusion-1"
                     *         }
                     *       ],
                     *       "next": "WyJ0…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Finding"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-16"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    directivesRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordFindingDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-11"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-17"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    directivesClauses: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clauses of a directive, in the order of its text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "ref": "1",
                     *           "kind": "task-bearing",
                     *           "text": "Put the archives of the former districts in order by 30 June.",
                     *           "parent": null,
                     *           "depth": 0,
                     *           "due": null,
                     *           "byReference": []
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ClauseLine"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-16"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    directivesCoverage: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of each clause at each unit, and how it stands, or stood */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "clause": "1",
                     *           "unit": null,
                     *           "name": null,
                     *           "level": null,
                     *           "state": "issued",
                     *           "steps": 0,
                     *           "through": null,
                     *           "documents": [],
                     *           "total": 1,
                     *           "states": {
                     *             "unassigned": 1
                     *           }
                     *         }
                     *       ],
                     *       "next": "WyJ0…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Coverage"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-16"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    directivesWouldMove: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deadlines that the latest policy and calendar would move, if they were confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["WouldMove"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-19"];
            404: components["responses"]["Refused404-19"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-18"];
            422: components["responses"]["Refused422-10"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    directivesHistory: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event of a directive, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2025-05-16T02:00:00.000Z",
                     *           "stream": "directive-725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *           "revision": 0,
                     *           "type": "DirectiveIssued",
                     *           "data": {
                     *             "calendar": {
                     *               "source": "reference-calendar-vn-working-days@0",
                     *               "value": {
                     *                 "calendar": {
                     *                   "covers": {
                     *                     "from": "2025-01-01",
                     *                     "until": "2026-12-31"
                     *                   },
                     *                   "id": "vn-working-days",
                     *                   "name": {
                     *                     "en": "Working days in Viet Nam",
                     *                     "vi": "Ngày làm việc tại Việt Nam"
                     *                   },
                     *                   "version": 1,
                     *                   "weeklyDaysOff": [
                     *                     6
                     *                   ]
                     *                 },
                     *                 "holidays": [
                     *                   {
                     *                     "basis": "source",
                     *                     "name": "New Year",
                     *                     "on": "2025-01-01",
                     *                     "source": "Labour Code 45/2019/QH14, Article 112"
                     *                   }
                     *                 ],
                     *                 "swappedWorkingDays": [
                     *                   {
                     *                     "basis": "source",
                     *                     "name": "Worked instead of 2 May",
                     *                     "on": "2025-04-26",
                     *                     "source": "Announced by the Ministry of Labour for public servants"
                     *                   }
                     *                 ]
                     *               }
                     *             },
                     *             "document": {
                     *               "clauses": [
                     *                 {
                     *                   "kind": "task-bearing",
                     *                   "ref": "1",
                     *                   "text": "Put the archives of the former districts in order by 30 June."
                     *                 }
                     *               ],
                     *               "directive": {
                     *                 "adoptedOn": "2025-05-16",
                     *                 "classification": "open",
                     *                 "effective": {
                     *                   "from": null,
                     *                   "until": null
                     *                 },
                     *                 "horizon": {
                     *                   "from": null,
                     *                   "until": null
                     *                 },
                     *                 "id": "conclusion-1",
                     *                 "issuedOn": null,
                     *                 "issuers": [
                     *                   "politburo"
                     *                 ],
                     *                 "language": "vi",
                     *                 "links": [],
                     *                 "number": "1-KL/TW",
                     *                 "signedOn": null,
                     *                 "title": "On archives",
                     *                 "type": "conclusion",
                     *                 "urgency": "none"
                     *               },
                     *               "standingUnits": {
                     *                 "createdBy": [
                     *                   "government-party-committee"
                     *                 ],
                     *                 "each": false,
                     *                 "functions": [
                     *                   "receive"
                     *                 ],
                     *                 "mandate": {
                     *                   "from": "issue",
                     *                   "inclusive": true,
                     *                   "until": "2025-10-31"
                     *                 }
                     *               },
                     *               "tasks": [
                     *                 {
                     *                   "accountable": [
                     *                     "government-party-committee"
                     *                   ],
                     *                   "clause": "1",
                     *                   "coordinating": [
                     *                     "national-assembly-party-committee"
                     *                   ],
                     *                   "due": {
                     *                     "bound": "by",
                     *                     "firmness": "firm",
                     *                     "on": "2025-06-30"
                     *                   },
                     *                   "kind": "once",
                     *                   "lead": [
                     *                     "government-party-committee"
                     *                   ],
                     *                   "leadBasis": "stated",
                     *                   "ref": "1-1",
                     *                   "reportsTo": [
                     *                     "politburo"
                     *                   ],
                     *                   "statement": "Put the archives of the former districts in order.",
                     *                   "urgency": false
                     *                 }
                     *               ]
                     *             },
                     *             "findings": [
                     *               {
                     *                 "code": "date-unknown",
                     *                 "message": "The day on which the directive was signed is not known.",
                     *                 "ref": "conclusion-1"
                     *               }
                     *             ],
                     *             "identity": {
                     *               "number": "1-KL/TW",
                     *               "registry": "politburo",
                     *               "term": "13",
                     *               "type": "conclusion"
                     *             },
                     *             "issuedAt": "2025-05-16T02:00:00.000Z",
                     *             "issuedOn": "2025-05-16",
                     *             "named": {
                     *               "government-party-committee": {
                     *                 "complete": true,
                     *                 "kind": "unit",
                     *                 "members": [],
                     *                 "source": "unit-government-party-committee@0"
                     *               },
                     *               "national-assembly-party-committee": {
                     *                 "complete": true,
                     *                 "kind": "unit",
                     *                 "members": [],
                     *                 "source": "unit-national-assembly-party-committee@0"
                     *               },
                     *               "politburo": {
                     *                 "complete": true,
                     *                 "kind": "unit",
                     *                 "members": [],
                     *                 "source": "unit-politburo@0"
                     *               }
                     *             },
                     *             "policy": {
                     *               "source": "reference-policy-vn-party@0",
                     *               "value": {
                     *                 "policy": {
                     *                   "id": "vn-party",
                     *                   "name": {
                     *                     "en": "Party line, Viet Nam",
                     *                     "vi": "Khối Đảng, Việt Nam"
                     *                   },
                     *                   "valid": {
                     *                     "from": "2025-01-01",
                     *                     "until": null
                     *                   },
                     *                   "version": 3,
                     *                   "zone": "Asia/Ho_Chi_Minh"
                     *                 },
                     *                 "rules": {
                     *                   "acknowledgementWorkingDays": {
                     *                     "basis": "policy",
                     *                     "note": "The directives do not speak of acknowledging; without a term silence would never be noticed.",
                     *                     "value": 3
                     *                   },
                     *                   "byIncludesTheDay": {
                     *                     "basis": "policy",
                     *                     "note": "The texts say \"by 25 June\" and leave open whether the day itself still counts; here it does.",
                     *                     "value": true
                     *                   },
                     *                   "consultationWorkingDays": {
                     *                     "basis": "policy",
                     *                     "note": "No text says how long a unit may take that is only consulted. Half of the response time, so that the answer can still be used.",
                     *                     "value": 5
                     *                   },
                     *                   "dueSoonDays": {
                     *                     "basis": "source",
                     *                     "note": "Practice of such systems, not a rule of law.",
                     *                     "source": "Public Vietnamese task-tracking software, which marks a task when three days or fewer are left",
                     *                     "value": 3
                     *                   },
                     *                   "escalationGraceDays": {
                     *                     "basis": "policy",
                     *                     "note": "Only a missed firm date is escalated; an expected date that passes is shown as overdue and goes no further.",
                     *                     "value": {
                     *                       "expected": null,
                     *                       "firm": 5,
                     *                       "strive": null
                     *                     }
                     *                   },
                     *                   "escalationOpens": {
                     *                     "basis": "policy",
                     *                     "note": "Write \"notice\" to tell the office only, without opening a matter.",
                     *                     "value": "matter"
                     *                   },
                     *                   "escalationRoute": {
                     *                     "basis": "policy",
                     *                     "note": "That overdue tasks go to a standing unit is this project's own reading of 155-KL/TW, which does not speak of it.",
                     *                     "value": [
                     *                       "own-standing-unit"
                     *                     ]
                     *                   },
                     *                   "handOverTo": {
                     *                     "basis": "assumed",
                     *                     "note": "155-KL/TW does not say who takes over; the committee that set the unit up stays responsible for its work.",
                     *                     "value": "committee"
                     *                   },
                     *                   "milestoneReminders": {
                     *                     "basis": "policy",
                     *                     "note": "A milestone has a day of its own and is reminded of by the same ladder; no text speaks of it.",
                     *                     "value": true
                     *                   },
                     *                   "quietHours": {
                     *                     "basis": "policy",
                     *                     "note": "A notice that falls due at night goes out in the morning.",
                     *                     "value": {
                     *                       "from": "21:00",
                     *                       "until": "07:00"
                     *                     }
                     *                   },
                     *                   "remindAt": {
                     *                     "basis": "policy",
                     *                     "note": "At the start of the working day, outside the quiet hours.",
                     *                     "value": "08:00"
                     *                   },
                     *                   "reminderDaysBefore": {
                     *                     "basis": "policy",
                     *                     "note": "Firm dates are reminded of a week and three days before and on the day; expected ones once; aims never.",
                     *                     "value": {
                     *                       "expected": [
                     *                         3
                     *                       ],
                     *                       "firm": [
                     *                         7
                     *                       ],
                     *                       "strive": []
                     *                     }
                     *                   },
                     *                   "responseWorkingDays": {
                     *                     "basis": "assumed",
                     *                     "note": "155-KL/TW states no response time. Ten working days are assumed, the span named for sorting petitions.",
                     *                     "value": 10
                     *                   },
                     *                   "rollNonWorkingDay": {
                     *                     "basis": "policy",
                     *                     "note": "No text moves a deadline off a Sunday or a holiday; the date stands as written.",
                     *                     "value": "none"
                     *                   },
                     *                   "severalLeads": {
                     *                     "basis": "policy",
                     *                     "note": "Until somebody names the chair, the task lies with the unit that received the assignment.",
                     *                     "value": "first-accountable"
                     *                   },
                     *                   "sunsetNoticeDays": {
                     *                     "basis": "policy",
                     *                     "note": "Two weeks to answer or recommend what is still open.",
                     *                     "value": 14
                     *                   },
                     *                   "terms": {
                     *                     "basis": "assumed",
                     *                     "note": "Congress terms of the central bodies. A term begins on the day after the congress closes; the closing days of the 13th and the 14th congress are assumed. Provincial terms differ and need a policy of their own.",
                     *                     "value": [
                     *                       {
                     *                         "from": "2021-02-02",
                     *                         "name": "13",
                     *                         "until": "2026-01-23"
                     *                       }
                     *                     ]
                     *                   }
                     *                 }
                     *               }
                     *             },
                     *             "watchFrom": "2025-05-16T02:00:00.000Z"
                     *           },
                     *           "actor": {
                     *             "id": "local",
                     *             "unit": "politburo",
                     *             "capacity": "officer",
                     *             "origin": "person"
                     *           },
                     *           "cause": "6d73a3f0-bee0-5527-b1b1-0d31149c3e63"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["EventLine"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-16"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    directivesStandingUnits: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which standing units it expects, which exist, and which are missing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "charter": {
                     *         "committees": [
                     *           "government-party-committee"
                     *         ],
                     *         "issuer": "politburo",
                     *         "issuedAt": "2025-05-16T02:00:00.000Z",
                     *         "fromOn": "issue",
                     *         "untilOn": "2025-10-31",
                     *         "handOverTo": "committee",
                     *         "rules": {
                     *           "zone": "Asia/Ho_Chi_Minh",
                     *           "remindAt": "08:00",
                     *           "quietHours": {
                     *             "from": "21:00",
                     *             "until": "07:00"
                     *           },
                     *           "sunsetNoticeDays": 14,
                     *           "responseWorkingDays": 10,
                     *           "calendar": {
                     *             "id": "vn-working-days",
                     *             "version": 1,
                     *             "covers": {
                     *               "from": "2025-01-01",
                     *               "until": "2026-12-31"
                     *             },
                     *             "weeklyDaysOff": [
                     *               6
                     *             ],
                     *             "holidays": [
                     *               "2025-01-01"
                     *             ],
                     *             "swappedWorkingDays": [
                     *               "2025-04-26"
                     *             ]
                     *           },
                     *           "sources": {
                     *             "policy": "reference-policy-vn-party@0",
                     *             "calendar": "reference-calendar-vn-working-days@0"
                     *           }
                     *         }
                     *       },
                     *       "expected": [
                     *         "government-party-committee"
                     *       ],
                     *       "answering": [
                     *         "government-party-committee"
                     *       ],
                     *       "setUp": [
                     *         {
                     *           "standingUnitId": "0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
                     *           "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *           "committee": "government-party-committee",
                     *           "from": "2025-05-16T02:00:00.000Z",
                     *           "until": "2025-10-31T17:00:00.000Z",
                     *           "untilOn": "2025-10-31",
                     *           "state": "working",
                     *           "heir": "government-party-committee",
                     *           "setUpAt": "2025-05-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "missing": []
                     *     }
                     */
                    "application/json": components["schemas"]["StandingUnits"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-16"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    standingUnitsSetUp: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidencedDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "standingUnit-0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
                     *       "revision": 0,
                     *       "position": "standingUnit-0a8df7cb-8c80-507a-91a4-f5d2b303eda0@0"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-20"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-19"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    directivesWatch: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginWatchDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-21"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-20"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    directivesImplement: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImplementClauseDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "directive-2828ad45-6ec0-5288-9f6a-43678c238912",
                     *       "revision": 1,
                     *       "position": "directive-2828ad45-6ec0-5288-9f6a-43678c238912@1"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-21"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-21"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    directivesWithdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawImplementationDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "directive-2828ad45-6ec0-5288-9f6a-43678c238912",
                     *       "revision": 3,
                     *       "position": "directive-2828ad45-6ec0-5288-9f6a-43678c238912@3"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-18"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-22"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    directivesChange: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeDirectiveDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "directive-2828ad45-6ec0-5288-9f6a-43678c238912",
                     *       "revision": 4,
                     *       "position": "directive-2828ad45-6ec0-5288-9f6a-43678c238912@4"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-22"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-23"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    directivesReclassify: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReclassifyDirectiveDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-16"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-24"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    exportsAsk: {
        parameters: {
            query?: never;
            header: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description Of your making, for each export. The same again is the same export. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskExportDto"];
            };
        };
        responses: {
            /** @description It is being made. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "e2513aaf-a720-5e48-81e7-4db5c26592fe",
                     *       "kind": "late",
                     *       "format": "csv",
                     *       "askedAt": "2025-05-20T02:00:00.000Z",
                     *       "until": "2025-05-21T02:00:00.000Z",
                     *       "refusal": null,
                     *       "state": "asked",
                     *       "file": null
                     *     }
                     */
                    "application/json": components["schemas"]["ExportTold"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-17"];
            404: components["responses"]["Refused404-20"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-7"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-11"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    exportsTold: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An export of one’s own: whether it is there, and until when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "e2513aaf-a720-5e48-81e7-4db5c26592fe",
                     *       "kind": "late",
                     *       "format": "csv",
                     *       "askedAt": "2025-05-20T02:00:00.000Z",
                     *       "until": "2025-05-21T02:00:00.000Z",
                     *       "refusal": null,
                     *       "state": "made",
                     *       "file": {
                     *         "name": "late-2025-05-20T02-00-00-000Z.csv",
                     *         "bytes": 110,
                     *         "sha256": "93e2d0232af475be9cecc0b19553722295997132e020faa9c81fdaa89c997632"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExportTold"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-21"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-8"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    exportsFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, to be saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-23"];
            404: components["responses"]["Refused404-21"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-25"];
            422: components["responses"]["Refused422-8"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    formsFill: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileFormReportDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "formReport-89a2589d-dad8-5c19-b787-56af8b69140e",
                     *       "revision": 0,
                     *       "position": "formReport-89a2589d-dad8-5c19-b787-56af8b69140e@0"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-24"];
            404: components["responses"]["Refused404-22"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-26"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-12"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    formsList: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
                /** @description Of this form. */
                form?: string;
                /** @description For this day. */
                on?: string;
                /** @description By this unit. */
                unit?: string;
                /** @description With this task. */
                task?: string;
                /** @description Of this directive. */
                directiveId?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What units have filled into forms, the latest day first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "89a2589d-dad8-5c19-b787-56af8b69140e",
                     *           "form": "rooms",
                     *           "edition": 1,
                     *           "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *           "task": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *           "unit": "government-party-committee",
                     *           "on": "2025-05-20",
                     *           "values": {
                     *             "damp": 40,
                     *             "dry": 1200,
                     *             "total": 1240
                     *           },
                     *           "written": [
                     *             {
                     *               "key": "total",
                     *               "value": "1 240"
                     *             }
                     *           ],
                     *           "corrections": 0,
                     *           "filedAt": "2025-05-20T02:00:00.000Z",
                     *           "changedAt": "2025-05-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["FormReportTold"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    formsOne: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a unit has filled into a form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "89a2589d-dad8-5c19-b787-56af8b69140e",
                     *       "form": "rooms",
                     *       "edition": 1,
                     *       "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *       "task": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "unit": "government-party-committee",
                     *       "on": "2025-05-20",
                     *       "values": {
                     *         "damp": 40,
                     *         "dry": 1200,
                     *         "total": 1240
                     *       },
                     *       "written": [
                     *         {
                     *           "key": "total",
                     *           "value": "1 240"
                     *         }
                     *       ],
                     *       "corrections": 0,
                     *       "filedAt": "2025-05-20T02:00:00.000Z",
                     *       "changedAt": "2025-05-20T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["FormReportTold"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-23"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    formsHistory: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was filled in at first, and each correction, with its reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2025-05-20T02:00:00.000Z",
                     *           "stream": "formReport-89a2589d-dad8-5c19-b787-56af8b69140e",
                     *           "revision": 0,
                     *           "type": "FormReportFiled",
                     *           "data": {
                     *             "concerning": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *             "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *             "edition": 1,
                     *             "evidence": null,
                     *             "formId": "rooms",
                     *             "on": "2025-05-20",
                     *             "source": "reference-form-rooms@0",
                     *             "unit": "government-party-committee",
                     *             "values": {
                     *               "damp": 40,
                     *               "dry": 1200,
                     *               "total": 1240
                     *             },
                     *             "written": [
                     *               {
                     *                 "key": "total",
                     *                 "value": "1 240"
                     *               }
                     *             ]
                     *           },
                     *           "actor": {
                     *             "id": "local",
                     *             "unit": "government-party-committee",
                     *             "capacity": "officer",
                     *             "origin": "person"
                     *           },
                     *           "cause": "e10ec2ac-4229-50f1-917e-cb22ab9875f7"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["EventLine"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-23"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    healthHealth: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether everything follows the log, and what needs a person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "head": "0000000000000099",
                     *       "subscribers": [
                     *         {
                     *           "name": "alarm",
                     *           "reached": "0000000000000099",
                     *           "parked": [],
                     *           "failing": null,
                     *           "behind": false
                     *         }
                     *       ],
                     *       "failedRings": 0,
                     *       "lateSince": null,
                     *       "deliveriesParked": false,
                     *       "queue": "none",
                     *       "skews": [],
                     *       "rebuilds": [],
                     *       "leases": [
                     *         {
                     *           "name": "account_v1",
                     *           "epoch": 1,
                     *           "holder": "sagas-1/7",
                     *           "until": "2025-05-16T02:00:30.000Z"
                     *         }
                     *       ],
                     *       "concerns": []
                     *     }
                     */
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    healthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process answers. Where it does not, start it again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "live"
                     *     }
                     */
                    "application/json": components["schemas"]["Live"];
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-3"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
        };
    };
    healthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It may be sent requests. Where not (503), send them elsewhere, and leave it running */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": components["schemas"]["Ready"];
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-3"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-5"];
        };
    };
    healthDegraded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether something needs a person, though it works: it stays in service. GET /health says what */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Well"];
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-3"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
        };
    };
    inboxInbox: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header: {
                /** @description The unit that asks. */
                "Edict-Unit": string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What lies with a unit and is not over, or was then, in the order of deadlines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *           "ref": "1-1",
                     *           "clause": "1",
                     *           "kind": "once",
                     *           "unit": "government-party-committee",
                     *           "accountable": [
                     *             "government-party-committee"
                     *           ],
                     *           "lead": [
                     *             "government-party-committee"
                     *           ],
                     *           "coordinating": [
                     *             "national-assembly-party-committee"
                     *           ],
                     *           "state": "acknowledged",
                     *           "dueAt": "2025-06-30T17:00:00.000Z",
                     *           "deadlineClass": "inTime",
                     *           "milestones": [],
                     *           "escalatedTo": null,
                     *           "says": {
                     *             "due": {
                     *               "bound": "by",
                     *               "firmness": "firm",
                     *               "on": "2025-06-30"
                     *             }
                     *           },
                     *           "parent": null,
                     *           "extensions": 0,
                     *           "dates": [],
                     *           "request": null,
                     *           "passed": [],
                     *           "children": [],
                     *           "contributions": [],
                     *           "decisions": [],
                     *           "occurrences": [],
                     *           "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *           "member": "whole",
                     *           "assignment": 1,
                     *           "submission": 0,
                     *           "watchFrom": "2025-05-16T02:00:00.000Z",
                     *           "decidedAt": null,
                     *           "escalationLevel": 0,
                     *           "statement": "Put the archives of the former districts in order.",
                     *           "urgent": false,
                     *           "started": false,
                     *           "evidence": null,
                     *           "lastReport": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["TaskDetail"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-9"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    liveFollow: {
        parameters: {
            query?: {
                /** @description What concerns the unit that asks, or everything that it may see. `unit`, if one is named. */
                about?: "unit" | "all";
            };
            header?: {
                /** @description To go on after it: the `id` of an event of this stream, as it came. */
                "Last-Event-ID"?: string;
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Until one of the two ends it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Refused400-10"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-25"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    mattersMatters: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
                /** @description Where they lie. */
                unit?: string;
                /** @description Of this directive. */
                directiveId?: string;
                /** @description That endanger this task before all. */
                concerning?: string;
                /** @description That repeat this matter. */
                repeats?: string;
                /** @description In this state. */
                state?: "received" | "directed" | "recommended" | "answered" | "refused";
                /** @description Of this sort. */
                kind?: "escalation" | "content" | "proposal" | "recommendation" | "obstacle" | "petition" | "hotlineCall";
                /** @description On this desk. */
                office?: "standingUnit" | "secretariat";
                /** @description That this unit has submitted. */
                from?: string;
                /** @description That were recommended to this unit. */
                recommendedTo?: string;
                /** @description That were entered for such a one. */
                behalf?: "organisation" | "citizen";
                /** @description Only what several have brought together. */
                collective?: "true";
                /** @description Only what needs special care. */
                specialCare?: "true";
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Matters, by the unit where they lie and by directive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "bebc6650-d61b-51fd-8331-f68f30ec2014",
                     *           "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *           "kind": "obstacle",
                     *           "concerning": null,
                     *           "from": "national-assembly-party-committee",
                     *           "office": "standingUnit",
                     *           "unit": "government-party-committee",
                     *           "state": "answered",
                     *           "refusedBecause": null,
                     *           "receivedAt": "2025-05-20T02:00:00.000Z",
                     *           "answerBy": "2025-06-03T17:00:00.000Z",
                     *           "responseMissed": 0,
                     *           "recommendedTo": null,
                     *           "answeredAt": "2025-05-20T02:00:00.000Z",
                     *           "handedOverFrom": null,
                     *           "behalf": null,
                     *           "repeats": null,
                     *           "task": null,
                     *           "subject": "Three districts have no rooms that are dry.",
                     *           "answer": "They move in July.",
                     *           "collective": true,
                     *           "specialCare": false,
                     *           "endangers": [],
                     *           "consultations": [
                     *             {
                     *               "answeredAt": "2025-05-20T02:00:00.000Z",
                     *               "askedAt": "2025-05-20T02:00:00.000Z",
                     *               "by": "government-party-committee",
                     *               "consultation": 1,
                     *               "dueAt": "2025-05-30T17:00:00.000Z",
                     *               "policy": null,
                     *               "state": "answered",
                     *               "unit": "national-assembly-party-committee"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["MatterSummary"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    mattersReceive: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveMatterDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
                     *       "revision": 0,
                     *       "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@0"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-26"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-27"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    mattersMatter: {
        parameters: {
            query?: {
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a matter stands, or stood */
            200: {
                headers: {
                    /**
                     * @description The revision that it shows, for an If-Match. Not of the past.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "bebc6650-d61b-51fd-8331-f68f30ec2014",
                     *       "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *       "kind": "obstacle",
                     *       "concerning": null,
                     *       "from": "national-assembly-party-committee",
                     *       "office": "standingUnit",
                     *       "unit": "government-party-committee",
                     *       "state": "answered",
                     *       "refusedBecause": null,
                     *       "receivedAt": "2025-05-20T02:00:00.000Z",
                     *       "answerBy": "2025-06-03T17:00:00.000Z",
                     *       "responseMissed": 0,
                     *       "recommendedTo": null,
                     *       "answeredAt": "2025-05-20T02:00:00.000Z",
                     *       "handedOverFrom": null,
                     *       "behalf": null,
                     *       "repeats": null,
                     *       "task": null,
                     *       "subject": "Three districts have no rooms that are dry.",
                     *       "answer": "They move in July.",
                     *       "collective": true,
                     *       "specialCare": false,
                     *       "endangers": [],
                     *       "consultations": [
                     *         {
                     *           "answeredAt": "2025-05-20T02:00:00.000Z",
                     *           "askedAt": "2025-05-20T02:00:00.000Z",
                     *           "by": "government-party-committee",
                     *           "consultation": 1,
                     *           "dueAt": "2025-05-30T17:00:00.000Z",
                     *           "policy": null,
                     *           "state": "answered",
                     *           "unit": "national-assembly-party-committee"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MatterSummary"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-24"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-8"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    mattersDirect: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectMatterDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
                     *       "revision": 1,
                     *       "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@1"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-27"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-28"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    mattersAnswer: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerMatterDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
                     *       "revision": 5,
                     *       "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@5"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-27"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-29"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    mattersRecommend: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendMatterDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-27"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-30"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    mattersMark: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkMatterDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
                     *       "revision": 2,
                     *       "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@2"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-27"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-31"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    mattersConsult: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsultUnitDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
                     *       "revision": 3,
                     *       "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@3"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-27"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-32"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    mattersAnswerConsultation: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerConsultationDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
                     *       "revision": 4,
                     *       "position": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014@4"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-28"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-33"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    movesConfirm: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmDeadlinesDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": "",
                     *       "confirmed": 0,
                     *       "refused": 0,
                     *       "items": []
                     *     }
                     */
                    "application/json": components["schemas"]["MovesConfirmed"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-29"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-34"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    metricsText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What Prometheus asks for: how the log is followed, what waits for a person, how requests are answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    readingNotices: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header: {
                /** @description The unit that asks. */
                "Edict-Unit": string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a unit has been told, the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "notificationId": "f387d679-27fc-5492-8aa8-b86ea331681f",
                     *           "unit": "government-party-committee",
                     *           "notice": "consultation-answered",
                     *           "about": "matter-bebc6650-d61b-51fd-8331-f68f30ec2014",
                     *           "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *           "requestedAt": "2025-05-20T02:00:00.000Z",
                     *           "releaseAt": "2025-05-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WyJ0…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["NoticeRow"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-9"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    readingStream: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description category-id */
                stream: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event of a stream, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2025-05-16T02:00:00.000Z",
                     *           "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *           "revision": 0,
                     *           "type": "TaskAssigned",
                     *           "data": {
                     *             "assignment": 1,
                     *             "escalation": {
                     *               "committeeSource": "unit-government-party-committee@0",
                     *               "opens": "matter",
                     *               "path": [
                     *                 {
                     *                   "kind": "standingUnit",
                     *                   "stream": "standingUnit-0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
                     *                   "unit": "government-party-committee"
                     *                 }
                     *               ]
                     *             },
                     *             "task": {
                     *               "accountable": [
                     *                 "government-party-committee"
                     *               ],
                     *               "acknowledgeBy": {
                     *                 "covered": true,
                     *                 "daysOff": [
                     *                   "2025-05-17"
                     *                 ],
                     *                 "endsAt": "2025-05-21T17:00:00.000Z",
                     *                 "from": "2025-05-16",
                     *                 "sources": {
                     *                   "calendar": "reference-calendar-vn-working-days@0",
                     *                   "policy": "reference-policy-vn-party@0"
                     *                 },
                     *                 "workingDays": 3,
                     *                 "zone": "Asia/Ho_Chi_Minh"
                     *               },
                     *               "after": [],
                     *               "clause": "1",
                     *               "coordinating": [
                     *                 "national-assembly-party-committee"
                     *               ],
                     *               "deadline": {
                     *                 "derivation": {
                     *                   "byIncludesTheDay": true,
                     *                   "covered": true,
                     *                   "daysOff": [],
                     *                   "dueSoonDays": 3,
                     *                   "graceDays": 5,
                     *                   "quietHours": {
                     *                     "from": "21:00",
                     *                     "until": "07:00"
                     *                   },
                     *                   "remindAt": "08:00",
                     *                   "remindDaysBefore": [
                     *                     7
                     *                   ],
                     *                   "roll": "none",
                     *                   "says": {
                     *                     "bound": "by",
                     *                     "firmness": "firm",
                     *                     "on": "2025-06-30"
                     *                   },
                     *                   "sources": {
                     *                     "calendar": "reference-calendar-vn-working-days@0",
                     *                     "policy": "reference-policy-vn-party@0"
                     *                   },
                     *                   "zone": "Asia/Ho_Chi_Minh"
                     *                 },
                     *                 "dueAt": "2025-06-30T17:00:00.000Z",
                     *                 "dueSoonAt": "2025-06-27T17:00:00.000Z",
                     *                 "firmness": "firm",
                     *                 "lastDay": "2025-06-30",
                     *                 "rungs": [
                     *                   {
                     *                     "at": "2025-06-23T01:00:00.000Z",
                     *                     "kind": "reminder"
                     *                   }
                     *                 ]
                     *               },
                     *               "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *               "directs": [],
                     *               "inForceUntil": null,
                     *               "issuers": [
                     *                 "politburo"
                     *               ],
                     *               "kind": "once",
                     *               "lead": [
                     *                 "government-party-committee"
                     *               ],
                     *               "member": "whole",
                     *               "milestones": [],
                     *               "output": null,
                     *               "quiet": {
                     *                 "hours": {
                     *                   "from": "21:00",
                     *                   "until": "07:00"
                     *                 },
                     *                 "zone": "Asia/Ho_Chi_Minh"
                     *               },
                     *               "ref": "1-1",
                     *               "reportsTo": [
                     *                 "politburo"
                     *               ],
                     *               "statement": "Put the archives of the former districts in order.",
                     *               "unit": "government-party-committee",
                     *               "urgent": false
                     *             },
                     *             "watchFrom": "2025-05-16T02:00:00.000Z"
                     *           },
                     *           "actor": {
                     *             "id": "fan-out",
                     *             "unit": "edict",
                     *             "capacity": "saga",
                     *             "origin": "saga"
                     *           },
                     *           "cause": "af3a0ef0-fb87-52a2-bffc-cfe94bb8a4a9"
                     *         }
                     *       ],
                     *       "next": "WyJ0…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["EventLine"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-25"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    readingEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description category-id */
                stream: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream as it is sealed: the checkpoint, each event as it is hashed, and the way from it to the root */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "checkpoint": "edict/house\n2\nUZ6kQUg6S3FKs986z4IwM4x6LAv/34wDtlOul7uYV3c=\nhead 0000000000000002 task-377382a2-872e-52f5-a595-b42487faf286 0 5c43f014561c03868e02a7062b9fbcb92c0e682c98a30545fc1dfda74ef3bfbc\nfrontier 519ea441483a4b714ab3df3acf8230338c7a2c0bffdf8c03b653ae97bb985777\nsha256 5660cccc3fbfd42d06f950099aa29005f229d56c5b3194de7ec2cd8fe687ea18\n",
                     *       "stream": "task-377382a2-872e-52f5-a595-b42487faf286",
                     *       "events": [
                     *         {
                     *           "revision": 0,
                     *           "id": "b844ee69-64b3-5dec-adff-20f85f64d68b",
                     *           "type": "TaskAssigned",
                     *           "data": {
                     *             "ref": "1-1"
                     *           },
                     *           "meta": {
                     *             "commandHash": "e12c157c0051f399d6ecb3c03a191d6dd199f58abcb4cf1894db2fc30f331ddf",
                     *             "commandId": "command-1",
                     *             "hash": "5c43f014561c03868e02a7062b9fbcb92c0e682c98a30545fc1dfda74ef3bfbc",
                     *             "occurredAt": "2025-06-30T17:00:00.000Z",
                     *             "recordedAt": "2025-06-30T17:00:00.000Z",
                     *             "version": "1"
                     *           },
                     *           "index": 1,
                     *           "proof": [
                     *             "b6570b8d44c7b30d2063bdbeddcb6d7eba2a8b81b9aa77b32c6bfdf339fd611c"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-30"];
            404: components["responses"]["Refused404-25"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    readingLookUp: {
        parameters: {
            query?: {
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description A stream, an id, the number of a directive, or DIRECTIVE#REF[@MEMBER] for a task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How something stands, or stood, by whatever name it has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "ref": "1-1",
                     *       "clause": "1",
                     *       "kind": "once",
                     *       "unit": "government-party-committee",
                     *       "accountable": [
                     *         "government-party-committee"
                     *       ],
                     *       "lead": [
                     *         "government-party-committee"
                     *       ],
                     *       "coordinating": [
                     *         "national-assembly-party-committee"
                     *       ],
                     *       "state": "accepted",
                     *       "dueAt": "2025-07-15T17:00:00.000Z",
                     *       "deadlineClass": "doneInTime",
                     *       "milestones": [],
                     *       "escalatedTo": null,
                     *       "says": {
                     *         "due": {
                     *           "bound": "by",
                     *           "firmness": "firm",
                     *           "on": "2025-06-30"
                     *         }
                     *       },
                     *       "parent": null,
                     *       "extensions": 1,
                     *       "dates": [
                     *         {
                     *           "at": "2025-05-20T02:00:00.000Z",
                     *           "from": "2025-06-30T17:00:00.000Z",
                     *           "how": "extended",
                     *           "order": null,
                     *           "reason": null,
                     *           "to": "2025-07-15T17:00:00.000Z"
                     *         }
                     *       ],
                     *       "request": null,
                     *       "passed": [
                     *         {
                     *           "act": "returned",
                     *           "answeredAt": "2025-05-20T02:00:00.000Z",
                     *           "at": "2025-05-20T02:00:00.000Z",
                     *           "unit": "government-party-committee"
                     *         }
                     *       ],
                     *       "children": [],
                     *       "contributions": [
                     *         {
                     *           "at": "2025-05-20T02:00:00.000Z",
                     *           "dueAt": null,
                     *           "state": "given",
                     *           "unit": "national-assembly-party-committee"
                     *         }
                     *       ],
                     *       "decisions": [],
                     *       "occurrences": [],
                     *       "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *       "member": "whole",
                     *       "assignment": 1,
                     *       "submission": 2,
                     *       "watchFrom": "2025-05-16T02:00:00.000Z",
                     *       "decidedAt": "2025-05-20T02:00:00.000Z",
                     *       "escalationLevel": 0,
                     *       "statement": "Put the archives of the former districts in order.",
                     *       "urgent": false,
                     *       "started": false,
                     *       "evidence": null,
                     *       "lastReport": "All of it is in order."
                     *     }
                     */
                    "application/json": unknown;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-26"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-35"];
            422: components["responses"]["Refused422-8"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    readingLookUpHistory: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description A stream, an id, the number of a directive, or DIRECTIVE#REF[@MEMBER] for a task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event of something, by whatever name it has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2025-05-16T02:00:00.000Z",
                     *           "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *           "revision": 0,
                     *           "type": "TaskAssigned",
                     *           "data": {
                     *             "assignment": 1,
                     *             "escalation": {
                     *               "committeeSource": "unit-government-party-committee@0",
                     *               "opens": "matter",
                     *               "path": [
                     *                 {
                     *                   "kind": "standingUnit",
                     *                   "stream": "standingUnit-0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
                     *                   "unit": "government-party-committee"
                     *                 }
                     *               ]
                     *             },
                     *             "task": {
                     *               "accountable": [
                     *                 "government-party-committee"
                     *               ],
                     *               "acknowledgeBy": {
                     *                 "covered": true,
                     *                 "daysOff": [
                     *                   "2025-05-17"
                     *                 ],
                     *                 "endsAt": "2025-05-21T17:00:00.000Z",
                     *                 "from": "2025-05-16",
                     *                 "sources": {
                     *                   "calendar": "reference-calendar-vn-working-days@0",
                     *                   "policy": "reference-policy-vn-party@0"
                     *                 },
                     *                 "workingDays": 3,
                     *                 "zone": "Asia/Ho_Chi_Minh"
                     *               },
                     *               "after": [],
                     *               "clause": "1",
                     *               "coordinating": [
                     *                 "national-assembly-party-committee"
                     *               ],
                     *               "deadline": {
                     *                 "derivation": {
                     *                   "byIncludesTheDay": true,
                     *                   "covered": true,
                     *                   "daysOff": [],
                     *                   "dueSoonDays": 3,
                     *                   "graceDays": 5,
                     *                   "quietHours": {
                     *                     "from": "21:00",
                     *                     "until": "07:00"
                     *                   },
                     *                   "remindAt": "08:00",
                     *                   "remindDaysBefore": [
                     *                     7
                     *                   ],
                     *                   "roll": "none",
                     *                   "says": {
                     *                     "bound": "by",
                     *                     "firmness": "firm",
                     *                     "on": "2025-06-30"
                     *                   },
                     *                   "sources": {
                     *                     "calendar": "reference-calendar-vn-working-days@0",
                     *                     "policy": "reference-policy-vn-party@0"
                     *                   },
                     *                   "zone": "Asia/Ho_Chi_Minh"
                     *                 },
                     *                 "dueAt": "2025-06-30T17:00:00.000Z",
                     *                 "dueSoonAt": "2025-06-27T17:00:00.000Z",
                     *                 "firmness": "firm",
                     *                 "lastDay": "2025-06-30",
                     *                 "rungs": [
                     *                   {
                     *                     "at": "2025-06-23T01:00:00.000Z",
                     *                     "kind": "reminder"
                     *                   }
                     *                 ]
                     *               },
                     *               "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *               "directs": [],
                     *               "inForceUntil": null,
                     *               "issuers": [
                     *                 "politburo"
                     *               ],
                     *               "kind": "once",
                     *               "lead": [
                     *                 "government-party-committee"
                     *               ],
                     *               "member": "whole",
                     *               "milestones": [],
                     *               "output": null,
                     *               "quiet": {
                     *                 "hours": {
                     *                   "from": "21:00",
                     *                   "until": "07:00"
                     *                 },
                     *                 "zone": "Asia/Ho_Chi_Minh"
                     *               },
                     *               "ref": "1-1",
                     *               "reportsTo": [
                     *                 "politburo"
                     *               ],
                     *               "statement": "Put the archives of the former districts in order.",
                     *               "unit": "government-party-committee",
                     *               "urgent": false
                     *             },
                     *             "watchFrom": "2025-05-16T02:00:00.000Z"
                     *           },
                     *           "actor": {
                     *             "id": "fan-out",
                     *             "unit": "edict",
                     *             "capacity": "saga",
                     *             "origin": "saga"
                     *           },
                     *           "cause": "af3a0ef0-fb87-52a2-bffc-cfe94bb8a4a9"
                     *         }
                     *       ],
                     *       "next": "WyJ0…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["EventLine"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-26"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-35"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    readingWho: {
        parameters: {
            query: {
                /** @description The day at whose end somebody answered. */
                on: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description A stream, an id, the number of a directive, or DIRECTIVE#REF[@MEMBER] for a task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who answered for a task at the end of a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "task": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "on": "2025-05-20",
                     *       "accountable": [
                     *         "government-party-committee"
                     *       ],
                     *       "lead": [
                     *         "government-party-committee"
                     *       ],
                     *       "coordinating": [
                     *         "national-assembly-party-committee"
                     *       ],
                     *       "successorOf": []
                     *     }
                     */
                    "application/json": components["schemas"]["Answerers"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-27"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-35"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    rehearsalsRehearse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RehearseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "title": "On archives",
                     *       "number": "1-KL/TW",
                     *       "from": "2025-05-16",
                     *       "until": "2025-07-31",
                     *       "rules": {
                     *         "policyId": "vn-party",
                     *         "policyVersion": 3,
                     *         "calendarId": "vn-working-days",
                     *         "calendarVersion": 1,
                     *         "zone": "Asia/Ho_Chi_Minh"
                     *       },
                     *       "units": 148,
                     *       "steps": [
                     *         {
                     *           "at": "2025-05-15T17:00:00.000Z",
                     *           "type": "DirectiveIssued",
                     *           "refs": [],
                     *           "units": [],
                     *           "count": 1,
                     *           "told": [],
                     *           "offices": [],
                     *           "code": null
                     *         }
                     *       ],
                     *       "deadlines": [
                     *         {
                     *           "ref": "1-1",
                     *           "kind": "once",
                     *           "dueAt": "2025-06-30T17:00:00.000Z",
                     *           "milestone": null,
                     *           "derivation": {
                     *             "byIncludesTheDay": true,
                     *             "covered": true,
                     *             "daysOff": [],
                     *             "dueSoonDays": 3,
                     *             "graceDays": 5,
                     *             "quietHours": {
                     *               "from": "21:00",
                     *               "until": "07:00"
                     *             },
                     *             "remindAt": "08:00",
                     *             "remindDaysBefore": [
                     *               7
                     *             ],
                     *             "roll": "none",
                     *             "says": {
                     *               "bound": "by",
                     *               "firmness": "firm",
                     *               "on": "2025-06-30"
                     *             },
                     *             "sources": {
                     *               "calendar": "reference-calendar-vn-working-days@0",
                     *               "policy": "reference-policy-vn-party@0"
                     *             },
                     *             "zone": "Asia/Ho_Chi_Minh"
                     *           },
                     *           "count": 1
                     *         }
                     *       ],
                     *       "mandateUntil": "2025-10-31",
                     *       "counts": {
                     *         "tasks": 2,
                     *         "byState": {
                     *           "assigned": 1,
                     *           "unassigned": 1
                     *         },
                     *         "byDeadlineClass": {
                     *           "none": 1,
                     *           "overdue": 1
                     *         },
                     *         "byKind": {
                     *           "once": 2
                     *         },
                     *         "matters": {
                     *           "received": 1,
                     *           "refused": 2
                     *         },
                     *         "standingUnits": {
                     *           "expected": 1,
                     *           "setUp": 0,
                     *           "missing": 1
                     *         }
                     *       },
                     *       "refusals": [],
                     *       "findings": [
                     *         {
                     *           "code": "date-unknown",
                     *           "ref": "conclusion-1",
                     *           "message": "The day on which the directive was signed is not known."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RehearsalAnswer"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-11"];
            404: components["responses"]["Refused404-28"];
            408: components["responses"]["Refused408"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-13"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-6"];
        };
    };
    registryUnits: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
                /** @description Of this kind. */
                kind?: "unit" | "group" | "placeholder" | "persons" | "office";
                /** @description Under this unit, as was said last. */
                parent?: string;
                /** @description Under the names and the parents of that day; left out: of the day of asOf. */
                on?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every unit, group and placeholder that is registered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "unitId": "bac-kan-agencies-and-units",
                     *           "kind": "group",
                     *           "level": "province",
                     *           "parent": null,
                     *           "size": null,
                     *           "names": {
                     *             "en": "Corresponding agencies and units of Bac Kan",
                     *             "ru": "Учреждения и подразделения Баккана",
                     *             "vi": "các cơ quan, đơn vị tương ứng tỉnh Bắc Kạn"
                     *           },
                     *           "aliases": [],
                     *           "oneOf": [],
                     *           "membership": [],
                     *           "successors": []
                     *         }
                     *       ],
                     *       "next": "WyJ0…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Unit"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    registryRegister: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterUnitsDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": "unit-ministry-of-home-affairs@0",
                     *       "units": [
                     *         {
                     *           "stream": "unit-ministry-of-home-affairs",
                     *           "revision": 0,
                     *           "position": "unit-ministry-of-home-affairs@0"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Registered"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-31"];
            404: components["responses"]["Refused404-29"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-36"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-6"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    registryUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As it is registered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A unit, a group or a placeholder */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unitId": "government-party-committee",
                     *       "kind": "unit",
                     *       "level": "central",
                     *       "parent": "central-committee",
                     *       "size": null,
                     *       "names": {
                     *         "en": "Government Party Committee",
                     *         "ru": "Партийный комитет Правительства",
                     *         "vi": "Đảng ủy Chính phủ"
                     *       },
                     *       "aliases": [],
                     *       "oneOf": [],
                     *       "membership": [],
                     *       "successors": []
                     *     }
                     */
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-29"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    registryReferences: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description Of this kind. */
                kind?: "policy" | "calendar" | "form";
                /** @description Its editions only. */
                referenceId?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every edition of every policy, calendar and form; what one says is in its history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "editionId": "calendar-vn-working-days@1",
                     *           "kind": "calendar",
                     *           "referenceId": "vn-working-days",
                     *           "edition": 1,
                     *           "validFrom": "2025-01-01",
                     *           "validUntil": "2026-12-31",
                     *           "publishedAt": "2025-05-16T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WyJ0…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ReferenceRow"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    registryPublish: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishReferenceDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "reference-form-rooms",
                     *       "revision": 0,
                     *       "position": "reference-form-rooms@0"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-32"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-37"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-6"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    reportsStatistics: {
        parameters: {
            query?: {
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
                /** @description Of this directive. */
                directiveId?: string;
                /** @description Of the tasks that lie with this unit. */
                unit?: string;
                /** @description Of this form, for the report of that kind. */
                form?: string;
                /** @description Whose figures, for the report of a form. */
                on?: string;
                /** @description Of which task, by its ref, where it is asked who owes a form. */
                ref?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The four buckets over tasks with a deadline, of any number of them, and the share done of what fell due */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2025-05-20T02:00:00.000Z",
                     *       "formula": "statistics@1",
                     *       "rounding": "half-up-1",
                     *       "doneInTime": 1,
                     *       "doneLate": 0,
                     *       "openInTime": 3,
                     *       "openOverdue": 0,
                     *       "fellDue": 1,
                     *       "percentDone": 100
                     *     }
                     */
                    "application/json": components["schemas"]["StatisticsAt"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    reportsReport: {
        parameters: {
            query?: {
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
                /** @description Of this directive. */
                directiveId?: string;
                /** @description Of the tasks that lie with this unit. */
                unit?: string;
                /** @description Of this form, for the report of that kind. */
                form?: string;
                /** @description Whose figures, for the report of a form. */
                on?: string;
                /** @description Of which task, by its ref, where it is asked who owes a form. */
                ref?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description Which report. */
                kind: "statistics" | "late" | "unit-form" | "coverage" | "piling-up" | "passing" | "form" | "form-owed";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A report as of a moment, each figure with its formula and the tasks that it counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "report": "form",
                     *       "asOf": "2025-05-20T02:00:00.000Z",
                     *       "directiveId": null,
                     *       "unit": null,
                     *       "rounding": "half-up-1",
                     *       "calendars": [],
                     *       "formulas": [
                     *         "form@1"
                     *       ],
                     *       "figures": {
                     *         "form": "rooms",
                     *         "on": "2025-05-20",
                     *         "edition": 1,
                     *         "filled": 1,
                     *         "units": [
                     *           "government-party-committee"
                     *         ],
                     *         "lines": [
                     *           {
                     *             "key": "total",
                     *             "name": "Rooms",
                     *             "parts": [
                     *               "dry"
                     *             ],
                     *             "total": 1240
                     *           }
                     *         ]
                     *       },
                     *       "sheets": [
                     *         {
                     *           "name": "Form",
                     *           "columns": [
                     *             {
                     *               "key": "unit",
                     *               "title": "Unit"
                     *             }
                     *           ],
                     *           "rows": [
                     *             {
                     *               "unit": "government-party-committee",
                     *               "task": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *               "edition": 1,
                     *               "corrections": 0,
                     *               "value.total": 1240,
                     *               "value.dry": 1200,
                     *               "value.damp": 40
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        report: string;
                        /** Format: date-time */
                        asOf: string;
                        directiveId: string | null;
                        unit: string | null;
                        /** @enum {string} */
                        rounding: "down-2" | "half-up-1" | "half-up-2";
                        calendars: string[];
                        formulas: ("ageing@1" | "coverage@1" | "form-owed@1" | "form@1" | "late@1" | "mean-days-late@1" | "months@1" | "passing@2" | "piling-up@5" | "statistics@1" | "stuck@6" | "unit-form@2")[];
                        figures: components["schemas"]["CoverageFigures"] | components["schemas"]["FormFigures"] | components["schemas"]["FormOwedFigures"] | components["schemas"]["LateFigures"] | components["schemas"]["PassingFigures"] | components["schemas"]["PilingUpFigures"] | components["schemas"]["StatisticsFigures"] | components["schemas"]["UnitFormFigures"];
                        sheets: {
                            name: string;
                            columns: {
                                key: string;
                                title: string;
                            }[];
                            rows: {
                                [key: string]: null | string | number;
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-23"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-14"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    reportsFile: {
        parameters: {
            query: {
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
                /** @description Of this directive. */
                directiveId?: string;
                /** @description Of the tasks that lie with this unit. */
                unit?: string;
                /** @description Of this form, for the report of that kind. */
                form?: string;
                /** @description Whose figures, for the report of a form. */
                on?: string;
                /** @description Of which task, by its ref, where it is asked who owes a form. */
                ref?: string;
                /** @description As which file. */
                format: "csv" | "xlsx";
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
            };
            path: {
                /** @description Which report. */
                kind: "statistics" | "late" | "unit-form" | "coverage" | "piling-up" | "passing" | "form" | "form-owed";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, to be saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-23"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-14"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
        };
    };
    searchSearch: {
        parameters: {
            query: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description What its words begin with. */
                q: string;
                /** @description Of this kind. */
                kind?: "directive" | "matter" | "task" | "unit";
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Directives, matters, tasks and units by their words; marks, đ and Cyrillic look-alikes do not matter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "directive",
                     *           "id": "2828ad45-6ec0-5288-9f6a-43678c238912",
                     *           "directiveId": "2828ad45-6ec0-5288-9f6a-43678c238912",
                     *           "title": "On archives"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Hit"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    searchCounts: {
        parameters: {
            query: {
                /** @description Of this directive. */
                directiveId?: string;
                /** @description Who has it. */
                unit?: string;
                /** @description In this state. */
                state?: "unassigned" | "assigned" | "acknowledged" | "refused" | "delegated" | "inProgress" | "suspended" | "submitted" | "returned" | "accepted" | "lapsed" | "cancelled";
                /** @description Of this kind. */
                kind?: "once" | "standing" | "periodic" | "until" | "conditional";
                /** @description How it stands with its deadline now. */
                deadlineClass?: "none" | "inTime" | "dueSoon" | "overdue" | "doneInTime" | "doneLate";
                /** @description Of this clause, as the directive numbers it. */
                clause?: string;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
                /** @description What those that are counted together have in common. */
                by: "state" | "deadlineClass" | "kind" | "unit" | "directiveId" | "clause";
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many tasks there are of each sort, among those that the reader may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2025-05-20T02:00:00.000Z",
                     *       "total": 7,
                     *       "groups": [
                     *         {
                     *           "key": "accepted",
                     *           "count": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Counts"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    standingUnitListStandingUnits: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
                /** @description For this directive. */
                directiveId?: string;
                /** @description Of this committee. */
                committee?: string;
                /** @description In this state. */
                state?: "working" | "endNear" | "ended";
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Standing units that were set up, by directive, committee and state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "standingUnitId": "0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
                     *           "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *           "committee": "government-party-committee",
                     *           "from": "2025-05-16T02:00:00.000Z",
                     *           "until": "2025-10-31T17:00:00.000Z",
                     *           "untilOn": "2025-10-31",
                     *           "state": "working",
                     *           "heir": "government-party-committee",
                     *           "setUpAt": "2025-05-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["StandingUnitRow"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    subscriptionsList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As it is registered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where a unit is told of its notices, and which calendars it has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "subscription": "ccee5538-a5e8-5cd8-b8b5-c234a47cab57",
                     *         "channel": "mail",
                     *         "language": "vi",
                     *         "ended": false,
                     *         "address": "office@government.example"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["SubscriptionShown"][];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    subscriptionsOpen: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As it is registered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSubscriptionDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "subscription-government-party-committee",
                     *       "revision": 0,
                     *       "position": "subscription-government-party-committee@0",
                     *       "subscription": "ccee5538-a5e8-5cd8-b8b5-c234a47cab57",
                     *       "calendar": null
                     *     }
                     */
                    "application/json": {
                        stream: string;
                        revision: number;
                        position: string;
                        subscription: string;
                        calendar: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-8"];
            404: components["responses"]["Refused404-30"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-38"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-15"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    subscriptionsEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As it is registered. */
                id: string;
                /** @description As the list of its subscriptions gives it. */
                subscription: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSubscriptionDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-11"];
            404: components["responses"]["Refused404-31"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-7"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    successionsSuccessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every succession, and how far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example [] */
                    "application/json": components["schemas"]["SuccessionShown"][];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    successionsPlan: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanSuccessionDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            201: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-33"];
            404: components["responses"]["Refused404-32"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-39"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    successionsProof: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As it was planned. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of everything that predecessors held, recomputed from the log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "succession": "1c0d1a0e-5a0e-5b53-8a4f-0b8f3c2d9e11",
                     *       "from": [
                     *         "ppc-bac-kan",
                     *         "ppc-thai-nguyen"
                     *       ],
                     *       "to": "ppc-thai-nguyen-2025",
                     *       "effectiveOn": "2025-07-01",
                     *       "cut": "succession-1c0d1a0e-5a0e-5b53-8a4f-0b8f3c2d9e11@1",
                     *       "manifestHash": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                     *       "manifestAgrees": true,
                     *       "items": [
                     *         {
                     *           "holding": "task-377382a2-872e-52f5-a595-b42487faf286",
                     *           "held": {
                     *             "ppc-bac-kan": [
                     *               "lead"
                     *             ]
                     *           },
                     *           "arrival": "cut",
                     *           "outcome": "moved",
                     *           "at": "task-377382a2-872e-52f5-a595-b42487faf286@4"
                     *         }
                     *       ],
                     *       "tally": {
                     *         "holdings": 1,
                     *         "late": 0,
                     *         "moved": 1,
                     *         "closedMeanwhile": 0,
                     *         "open": 0
                     *       },
                     *       "balanced": true
                     *     }
                     */
                    "application/json": components["schemas"]["Conservation"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-33"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    successionsName: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As it was planned. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameSuccessorDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-33"];
            404: components["responses"]["Refused404-32"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-40"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    successionsFix: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As it was planned. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FixEffectiveDayDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-33"];
            404: components["responses"]["Refused404-32"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-40"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    successionsWithdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As it was planned. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawSuccessionDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-33"];
            404: components["responses"]["Refused404-32"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-40"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    successionsDecide: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As it was planned. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideHoldingDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-33"];
            404: components["responses"]["Refused404-32"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-41"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskListTasks: {
        parameters: {
            query?: {
                /** @description Of this directive. */
                directiveId?: string;
                /** @description Who has it. */
                unit?: string;
                /** @description In this state. */
                state?: "unassigned" | "assigned" | "acknowledged" | "refused" | "delegated" | "inProgress" | "suspended" | "submitted" | "returned" | "accepted" | "lapsed" | "cancelled";
                /** @description Of this kind. */
                kind?: "once" | "standing" | "periodic" | "until" | "conditional";
                /** @description How it stands with its deadline now. */
                deadlineClass?: "none" | "inTime" | "dueSoon" | "overdue" | "doneInTime" | "doneLate";
                /** @description Of this clause, as the directive numbers it. */
                clause?: string;
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tasks, by directive, unit, state, deadline class and kind, in the order of deadlines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "f70f4c27-56b5-5e65-8b23-bfae316c2796",
                     *           "ref": "1-1",
                     *           "clause": "1",
                     *           "kind": "once",
                     *           "unit": "government-party-committee",
                     *           "accountable": [
                     *             "government-party-committee"
                     *           ],
                     *           "lead": [
                     *             "government-party-committee"
                     *           ],
                     *           "coordinating": [
                     *             "national-assembly-party-committee"
                     *           ],
                     *           "state": "assigned",
                     *           "dueAt": "2025-06-30T17:00:00.000Z",
                     *           "deadlineClass": "inTime",
                     *           "milestones": [],
                     *           "escalatedTo": null,
                     *           "says": {
                     *             "due": {
                     *               "bound": "by",
                     *               "firmness": "firm",
                     *               "on": "2025-06-30"
                     *             }
                     *           },
                     *           "parent": null,
                     *           "extensions": 0,
                     *           "dates": [],
                     *           "request": null,
                     *           "passed": [],
                     *           "children": [],
                     *           "contributions": [],
                     *           "decisions": [],
                     *           "occurrences": [],
                     *           "directiveId": "294d6c2d-01b2-59e6-83fd-2eb3fa5560ef",
                     *           "member": "whole",
                     *           "assignment": 1,
                     *           "submission": 0,
                     *           "watchFrom": "2025-05-20T02:00:00.000Z",
                     *           "decidedAt": null,
                     *           "escalationLevel": 0,
                     *           "statement": "Put the archives of the former districts in order.",
                     *           "urgent": false,
                     *           "started": false,
                     *           "evidence": null,
                     *           "lastReport": null
                     *         }
                     *       ],
                     *       "next": "WyJ0…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["TaskDetail"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-5"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    taskCourseDecide: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideFindingDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-29"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-42"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskCourseCorrect: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectRegistrationDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-34"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-43"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskCourseStart: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-35"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-44"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeRequestExtension: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestExtensionDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "revision": 5,
                     *       "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@5"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-36"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-45"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeGrantExtension: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantExtensionDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "revision": 6,
                     *       "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@6"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-37"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-46"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeRefuseExtension: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseExtensionDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-38"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-46"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeOverrideDeadline: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideDeadlineDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-39"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-47"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeConfirmDeadline: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmDeadlineDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-29"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-34"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeRefuse: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-36"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-48"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeUphold: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpholdAssignmentDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-40"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-49"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeReassign: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-34"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-50"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeSuspend: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-34"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-43"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeResume: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-40"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-51"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeCancel: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-34"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-52"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeDelegate: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegateTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-36"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-53"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeDecideOnPart: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideOnChildDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-36"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-54"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeContribute: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContributeToTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "revision": 4,
                     *       "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@4"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-41"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-52"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeAskContribution: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskContributionDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "revision": 3,
                     *       "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@3"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-42"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-55"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    taskLifeDemandReport: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemandReportDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-35"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-56"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    tasksTask: {
        parameters: {
            query?: {
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a task stands, or stood */
            200: {
                headers: {
                    /**
                     * @description The revision that it shows, for an If-Match. Not of the past.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "ref": "1-1",
                     *       "clause": "1",
                     *       "kind": "once",
                     *       "unit": "government-party-committee",
                     *       "accountable": [
                     *         "government-party-committee"
                     *       ],
                     *       "lead": [
                     *         "government-party-committee"
                     *       ],
                     *       "coordinating": [
                     *         "national-assembly-party-committee"
                     *       ],
                     *       "state": "accepted",
                     *       "dueAt": "2025-07-15T17:00:00.000Z",
                     *       "deadlineClass": "doneInTime",
                     *       "milestones": [],
                     *       "escalatedTo": null,
                     *       "says": {
                     *         "due": {
                     *           "bound": "by",
                     *           "firmness": "firm",
                     *           "on": "2025-06-30"
                     *         }
                     *       },
                     *       "parent": null,
                     *       "extensions": 1,
                     *       "dates": [
                     *         {
                     *           "at": "2025-05-20T02:00:00.000Z",
                     *           "from": "2025-06-30T17:00:00.000Z",
                     *           "how": "extended",
                     *           "order": null,
                     *           "reason": null,
                     *           "to": "2025-07-15T17:00:00.000Z"
                     *         }
                     *       ],
                     *       "request": null,
                     *       "passed": [
                     *         {
                     *           "act": "returned",
                     *           "answeredAt": "2025-05-20T02:00:00.000Z",
                     *           "at": "2025-05-20T02:00:00.000Z",
                     *           "unit": "government-party-committee"
                     *         }
                     *       ],
                     *       "children": [],
                     *       "contributions": [
                     *         {
                     *           "at": "2025-05-20T02:00:00.000Z",
                     *           "dueAt": null,
                     *           "state": "given",
                     *           "unit": "national-assembly-party-committee"
                     *         }
                     *       ],
                     *       "decisions": [],
                     *       "occurrences": [],
                     *       "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *       "member": "whole",
                     *       "assignment": 1,
                     *       "submission": 2,
                     *       "watchFrom": "2025-05-16T02:00:00.000Z",
                     *       "decidedAt": "2025-05-20T02:00:00.000Z",
                     *       "escalationLevel": 0,
                     *       "statement": "Put the archives of the former districts in order.",
                     *       "urgent": false,
                     *       "started": false,
                     *       "evidence": null,
                     *       "lastReport": "All of it is in order."
                     *     }
                     */
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-34"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-8"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    tasksHistory: {
        parameters: {
            query?: {
                /** @description From the `next` of the page before, as it is. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event of a task, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2025-05-16T02:00:00.000Z",
                     *           "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *           "revision": 0,
                     *           "type": "TaskAssigned",
                     *           "data": {
                     *             "assignment": 1,
                     *             "escalation": {
                     *               "committeeSource": "unit-government-party-committee@0",
                     *               "opens": "matter",
                     *               "path": [
                     *                 {
                     *                   "kind": "standingUnit",
                     *                   "stream": "standingUnit-0a8df7cb-8c80-507a-91a4-f5d2b303eda0",
                     *                   "unit": "government-party-committee"
                     *                 }
                     *               ]
                     *             },
                     *             "task": {
                     *               "accountable": [
                     *                 "government-party-committee"
                     *               ],
                     *               "acknowledgeBy": {
                     *                 "covered": true,
                     *                 "daysOff": [
                     *                   "2025-05-17"
                     *                 ],
                     *                 "endsAt": "2025-05-21T17:00:00.000Z",
                     *                 "from": "2025-05-16",
                     *                 "sources": {
                     *                   "calendar": "reference-calendar-vn-working-days@0",
                     *                   "policy": "reference-policy-vn-party@0"
                     *                 },
                     *                 "workingDays": 3,
                     *                 "zone": "Asia/Ho_Chi_Minh"
                     *               },
                     *               "after": [],
                     *               "clause": "1",
                     *               "coordinating": [
                     *                 "national-assembly-party-committee"
                     *               ],
                     *               "deadline": {
                     *                 "derivation": {
                     *                   "byIncludesTheDay": true,
                     *                   "covered": true,
                     *                   "daysOff": [],
                     *                   "dueSoonDays": 3,
                     *                   "graceDays": 5,
                     *                   "quietHours": {
                     *                     "from": "21:00",
                     *                     "until": "07:00"
                     *                   },
                     *                   "remindAt": "08:00",
                     *                   "remindDaysBefore": [
                     *                     7
                     *                   ],
                     *                   "roll": "none",
                     *                   "says": {
                     *                     "bound": "by",
                     *                     "firmness": "firm",
                     *                     "on": "2025-06-30"
                     *                   },
                     *                   "sources": {
                     *                     "calendar": "reference-calendar-vn-working-days@0",
                     *                     "policy": "reference-policy-vn-party@0"
                     *                   },
                     *                   "zone": "Asia/Ho_Chi_Minh"
                     *                 },
                     *                 "dueAt": "2025-06-30T17:00:00.000Z",
                     *                 "dueSoonAt": "2025-06-27T17:00:00.000Z",
                     *                 "firmness": "firm",
                     *                 "lastDay": "2025-06-30",
                     *                 "rungs": [
                     *                   {
                     *                     "at": "2025-06-23T01:00:00.000Z",
                     *                     "kind": "reminder"
                     *                   }
                     *                 ]
                     *               },
                     *               "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *               "directs": [],
                     *               "inForceUntil": null,
                     *               "issuers": [
                     *                 "politburo"
                     *               ],
                     *               "kind": "once",
                     *               "lead": [
                     *                 "government-party-committee"
                     *               ],
                     *               "member": "whole",
                     *               "milestones": [],
                     *               "output": null,
                     *               "quiet": {
                     *                 "hours": {
                     *                   "from": "21:00",
                     *                   "until": "07:00"
                     *                 },
                     *                 "zone": "Asia/Ho_Chi_Minh"
                     *               },
                     *               "ref": "1-1",
                     *               "reportsTo": [
                     *                 "politburo"
                     *               ],
                     *               "statement": "Put the archives of the former districts in order.",
                     *               "unit": "government-party-committee",
                     *               "urgent": false
                     *             },
                     *             "watchFrom": "2025-05-16T02:00:00.000Z"
                     *           },
                     *           "actor": {
                     *             "id": "fan-out",
                     *             "unit": "edict",
                     *             "capacity": "saga",
                     *             "origin": "saga"
                     *           },
                     *           "cause": "af3a0ef0-fb87-52a2-bffc-cfe94bb8a4a9"
                     *         }
                     *       ],
                     *       "next": "WyJ0…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["EventLine"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Refused400-6"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-34"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    tasksChain: {
        parameters: {
            query?: {
                /** @description As known at that moment; now, if left out. */
                asOf?: string;
            };
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where a task comes from, up to the clause that nothing stands above, and what came of it, down to the last unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "up": {
                     *         "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *         "directive": "1-KL/TW",
                     *         "issuers": [
                     *           "politburo"
                     *         ],
                     *         "clause": "1",
                     *         "text": "Put the archives of the former districts in order by 30 June.",
                     *         "tasks": [],
                     *         "up": []
                     *       },
                     *       "down": {
                     *         "directiveId": "725db1b3-cb8c-53af-8201-5fa8a2537cdc",
                     *         "directive": "1-KL/TW",
                     *         "clause": "1",
                     *         "task": {
                     *           "id": "693f6e2d-6696-5d46-a43c-5dff24289928",
                     *           "ref": "1-1",
                     *           "unit": "government-party-committee",
                     *           "state": "accepted",
                     *           "dueAt": "2025-07-15T17:00:00.000Z"
                     *         },
                     *         "down": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Chain"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-34"];
            408: components["responses"]["Refused408"];
            422: components["responses"]["Refused422-8"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
    tasksAcknowledge: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "revision": 1,
                     *       "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@1"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-36"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-57"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    tasksReport: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportProgressDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "revision": 2,
                     *       "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@2"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-36"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-58"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    tasksSubmit: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "revision": 7,
                     *       "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@7"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-36"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-59"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    tasksAccept: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "revision": 10,
                     *       "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@10"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-34"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-60"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    tasksReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "task-693f6e2d-6696-5d46-a43c-5dff24289928",
                     *       "revision": 8,
                     *       "position": "task-693f6e2d-6696-5d46-a43c-5dff24289928@8"
                     *     }
                     */
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-40"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-60"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    tasksLapse: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LapseTaskDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-34"];
            404: components["responses"]["Refused404-18"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-61"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-9"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    tasksAssign: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit": string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As the answers of this API give it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignTaskToDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-8"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-35"];
            404: components["responses"]["Refused404-17"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-62"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    unitLifeRename: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As it is registered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameUnitDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-31"];
            404: components["responses"]["Refused404-29"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-36"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    unitLifePutUnder: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As it is registered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutUnitUnderDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-31"];
            404: components["responses"]["Refused404-29"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-63"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    unitLifeAdmit: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As it is registered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdmitMemberDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-31"];
            404: components["responses"]["Refused404-29"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-64"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    unitLifeDismiss: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description As it is registered. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissMemberDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-31"];
            404: components["responses"]["Refused404-29"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-65"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    upkeepRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description Who follows the log, a saga or a view, as GET /health names it. */
                subscriber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseStreamDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-8"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-66"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    rebuildsRebuild: {
        parameters: {
            query?: never;
            header: {
                /** @description Of your making, for each command. The same again gets the first answer again and changes nothing. */
                "Idempotency-Key": string;
                /** @description The unit that acts. */
                "Edict-Unit"?: string;
                /** @description As what they act: officer, secretariat, standingUnit, inspector, auditor, leader, administrator. Where it is left out, the only one that they hold, or officer. */
                "Edict-Capacity"?: string;
                /** @description The revision at which you saw it, in quotation marks: 412 if it has moved since. */
                "If-Match"?: string;
            };
            path: {
                /** @description A view, as GET /health names it. */
                view: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RebuildViewDto"];
            };
        };
        responses: {
            /** @description Where it now stands in the log. */
            200: {
                headers: {
                    /**
                     * @description The revision, for the next If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeDto"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-8"];
            404: components["responses"]["Refused404-35"];
            408: components["responses"]["Refused408"];
            409: components["responses"]["Refused409-67"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422-3"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-4"];
            507: components["responses"]["Refused507"];
        };
    };
    webhooksKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The unit that asks. */
                "Edict-Unit"?: string;
                /** @description The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503. */
                "If-Position-At-Least"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By which key receivers know that a webhook comes from here (Standard Webhooks, Ed25519) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "publicKey": "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookKey"];
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401-2"];
            403: components["responses"]["Refused403-6"];
            404: components["responses"]["Refused404-36"];
            408: components["responses"]["Refused408"];
            429: components["responses"]["Refused429-2"];
            431: components["responses"]["Refused431"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-3"];
        };
    };
}
