// validatorUrl: null keeps the page from sending the document to somebody's validator.
SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null })
